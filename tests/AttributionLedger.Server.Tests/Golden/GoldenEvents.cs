using System.Reflection;
using System.Text;
using System.Text.Json;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Golden;

/// <summary>
/// The storage format, held in place: what is stored today must be read for ever. A difference here is never mended by a
/// new golden file, but by code that still reads and writes the old one.
/// </summary>
public class GoldenEvents
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "events");

    /// <summary>By the name of its file: that of the event, with a number from the second form on that it has taken.</summary>
    private static readonly Dictionary<string, object> Forms = GoldenFacts.All.GroupBy(EventNames.Of)
        .SelectMany(forms => forms.Select((fact, i) => (Name: i == 0 ? forms.Key : $"{forms.Key}.{i + 1}", Fact: fact))).ToDictionary(form => form.Name, form => form.Fact);

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory, MemberData(nameof(Names))]
    public void are_written_byte_for_byte_as_they_always_were(string name)
    {
        var actual = Fingerprint.Canonical(Forms[name]);
        Stored(name).ShouldBe(actual, $"{name} is stored as\n{Encoding.UTF8.GetString(actual)}\nand the golden file holds\n{Encoding.UTF8.GetString(Stored(name))}");
    }

    [Theory, MemberData(nameof(Names))]
    public void are_read_as_the_facts_that_they_were(string name) =>
        JsonSerializer.Deserialize(Stored(name), Forms[name].GetType(), LedgerJson.Options).ShouldBe(Forms[name]);

    [Theory, MemberData(nameof(Names))]
    public void hold_no_number_that_another_program_would_round(string name)
    {
        using var document = JsonDocument.Parse(Stored(name));
        NumbersIn(document.RootElement).ShouldAllBe(number => long.Parse(number) >= 0 && long.Parse(number) < 1L << 53);
    }

    [Fact]
    public void are_there_for_every_fact_of_the_domain_and_no_other()
    {
        var facts = new[] { typeof(IncidentEvent), typeof(PartyEvent) }
            .SelectMany(union => union.Assembly.GetTypes().Where(type => type.IsSubclassOf(union) && !type.IsAbstract)).ToList();
        facts.ShouldAllBe(type => type.IsSealed);
        EventNames.All.Select(pair => pair.Key).ShouldBe(facts, ignoreOrder: true);
        GoldenFacts.All.Select(fact => fact.GetType()).Distinct().ShouldBe(facts, ignoreOrder: true);
        Directory.GetFiles(Folder).Select(Path.GetFileName).ShouldBe(Forms.Keys.Select(name => $"{name}.json"), ignoreOrder: true);
    }

    [Fact]
    public void fill_every_field() =>
        GoldenFacts.All.GroupBy(fact => fact.GetType()).Select(forms => forms.Last()).SelectMany(fact => fact.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetValue(fact) is null).Select(property => $"{fact.GetType().Name}.{property.Name}")).ShouldBeEmpty();

    private static byte[] Stored(string name) =>
        File.Exists(Path.Combine(Folder, $"{name}.json")) ? File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")) : "no file"u8.ToArray();

    private static IEnumerable<string> NumbersIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => NumbersIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NumbersIn),
        JsonValueKind.Number => [element.GetRawText()],
        _ => []
    };
}
