using System.Text;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Sheets;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;
using AttributionLedger.Spreadsheets.Translations;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Spreadsheets;

public class TakingInSpreadsheets
{
    public static TheoryData<string> Cases => [.. SpreadsheetCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task each_comes_to_what_is_written_beside_it(string name)
    {
        var spreadsheet = SpreadsheetCase.All.Single(one => one.Name == name);
        var (outcome, lines) = await OutcomeAsync(spreadsheet);
        var expected = spreadsheet.Expected.Where(line => !line.StartsWith("line ", StringComparison.Ordinal)).ToList();
        // Notes and dialects are told of in every report; a case speaks of those that it is about.
        var told = outcome.Where(line => !IsAside(line) || expected.Contains(line)).ToList();
        told.ShouldBe(expected, ignoreOrder: true, string.Join("\n", outcome.Concat(lines.Select(line => $"line {line}"))));
        foreach (var line in spreadsheet.Expected.Where(line => line.StartsWith("line ", StringComparison.Ordinal)))
            lines.Any(made => Holds(JsonElement.Parse(line[5..]), JsonElement.Parse(made))).ShouldBeTrue($"{line} is not among\n{string.Join("\n", lines)}");
    }

    [Fact]
    public void there_are_two_hundred_and_each_expects_something()
    {
        SpreadsheetCase.All.Count.ShouldBeGreaterThanOrEqualTo(200);
        SpreadsheetCase.All.Select(one => one.Name).Distinct().Count().ShouldBe(SpreadsheetCase.All.Count);
        SpreadsheetCase.All.ShouldAllBe(one => one.Expected.Count > 0);
    }

    private static bool IsAside(string line) => line.StartsWith("note ", StringComparison.Ordinal) || line.StartsWith("read ", StringComparison.Ordinal) || line.StartsWith("header ", StringComparison.Ordinal);

    private static async Task<(IReadOnlyList<string> Outcome, IReadOnlyList<string> Lines)> OutcomeAsync(SpreadsheetCase spreadsheet)
    {
        var (mapping, malformed) = spreadsheet.Mapping is { } json ? MappingReader.Read(Encoding.UTF8.GetBytes(json)) : (Mapping.None, []);
        if (malformed.Count > 0) return ([.. malformed.Select(Told)], []);
        var table = TableReader.Read(spreadsheet.File, mapping.Encoding, mapping.Separator, cell => Headings.Meaning(cell, mapping) is not null);
        var headings = table.Rows.Count > 0 ? Headings.Of(table, mapping) : new(null, [], []);
        var outcome = new List<string> { $"read {table.Encoding} {table.Separator switch { "\t" => "tab", var one => one }}", $"header {headings.Row?.Number}" };
        outcome.AddRange(table.Notes.Select(note => $"note {note.Code}"));
        if (table.Errors.Count > 0 || !headings.IsComplete) return ([.. outcome, .. table.Errors.Concat(headings.Errors).Select(Told)], []);

        var practice = new PracticeLedger();
        var translation = await new TableTranslator(practice, practice).TranslateAsync(table, headings, mapping, CancellationToken.None);
        var lines = translation.Lines.ToList();
        var refused = lines.SelectMany((line, i) => SheetLine.Read(line, i + 1, label => PartyId.Of($"unnamed-{label.Number}"), _ => PracticeLedger.Zone) is SheetReading.Refused read ? read.Errors : []);
        outcome.AddRange(headings.Errors.Concat(translation.Errors).Concat(refused.Select(translation.Explain).OfType<RowError>()).OrderBy(error => error.Row).Select(Told));
        outcome.AddRange(translation.Questions.Select(question => $"ask {question.Kind} {question.Row} {question.Column ?? "-"}{string.Concat(question.Candidates.Select(candidate => $" {candidate.Id}"))}"));
        outcome.AddRange(translation.Notes.Select(note => $"note {note.Code}{(note.Row > 0 ? $" {note.Row}" : "")}"));
        if (translation.Rows == 0) outcome.Add("rows none");
        return (outcome, [.. lines.Select(line => Encoding.UTF8.GetString(line.Span))]);
    }

    private static string Told(RowError error) => $"error {(error.Row == 0 ? "-" : $"{error.Row}{(error.Line > error.Row ? $"@{error.Line}" : "")}")} {error.Column ?? (error.Header is { } header ? header.Replace(' ', '_') : "-")} {error.Code}";

    /// <summary>Whether a made line holds all that is expected of it.</summary>
    private static bool Holds(JsonElement expected, JsonElement made) => (expected.ValueKind, made.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => expected.EnumerateObject().All(field => field.Value.ValueKind == JsonValueKind.Null
            ? !made.TryGetProperty(field.Name, out _) : made.TryGetProperty(field.Name, out var value) && Holds(field.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == made.GetArrayLength() && expected.EnumerateArray().Zip(made.EnumerateArray()).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonElement.DeepEquals(expected, made)
    };
}
