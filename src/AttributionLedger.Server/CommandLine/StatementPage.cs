using AttributionLedger.Attribution;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.CommandLine;

/// <summary>One statement with all that was done to it, as a page of a hundred columns.</summary>
internal static class StatementPage
{
    public static string Who(StatementShape statement) => string.Join(", ", statement.By.Select(party => party.Name)) + (statement.Issuance == Issuance.Verified ? ""
        : $" ({Spelling.Read(statement.Issuance)}{(statement.Channel is { } channel ? $", through {channel.Name}" : "")})");

    public static string Stance(StanceShape stance) => Spelling.Read(stance.Stance) + (stance.Claim is { } claim ? $" {claim}" : "") + (stance.Request is { } request ? $" (asked in {request})" : "")
        + (stance.Scope is { } scope ? $" ({Spelling.Read(scope)})" : "") + (stance.Strength == Strength.Flat ? "" : $", {Spelling.Read(stance.Strength)}");

    public static void Print(StatementShape statement)
    {
        Terminal.Line($"{statement.Id}  {Who(statement)}{(statement.Status == StatementStatus.Live ? "" : $"  ({Spelling.Read(statement.Status)})")}", strong: true);
        Terminal.Line($"Said {statement.Said.Edtf}{(statement.Said.Wording is { } wording ? $" ({wording})" : "")}, known {Terminal.Time(statement.Known, statement.Said.Zone)}");
        foreach (var stance in statement.Stances) Terminal.Line($"- {Stance(stance)}{(stance.Ground is { } ground ? $": {ground}" : "")}");
        if (statement.Words is { } words) Terminal.Line($"{Spelling.Read(words.Form)}: {words.Text}");
        Terminal.Line($"Terms: {Spelling.Read(statement.Terms.Rule)}{(statement.Terms.Description is { } description ? $", as {description}" : "")}{(statement.Terms.Agreed is { } agreed ? $" (agreed: {agreed})" : "")}");
        if (statement.Setting.AskedBy.Count > 0) Terminal.Line($"Asked by {Names(statement.Setting.AskedBy)}");
        if (statement.Setting.Via.Count > 0) Terminal.Line($"Through {Names(statement.Setting.Via)}");
        if (statement.RelayOf is { } original) Terminal.Line($"Repeats {original}");
        if (statement.SameAs is { } same) Terminal.Line($"The same as {same}, which stands for both");
        foreach (var evidence in statement.Evidence) Terminal.Line($"Evidence: {evidence.Url ?? evidence.Archive ?? evidence.File}{(evidence.At is { } at ? $", {at}" : "")}{(evidence.Gone ? " (no longer available)" : "")}");
        foreach (var reversal in statement.Reversals) Terminal.Line($"{Terminal.Time(reversal.Known, statement.Said.Zone)}: {reversal.Phrase}{(reversal.Other is { } other ? $", {other}" : "")}{(reversal.Reason is { } reason ? $": {reason}" : "")} [{reversal.Id}]");
    }

    private static string Names(IEnumerable<PartyRegister.PartyShape> parties) => string.Join(", ", parties.Select(party => party.Name));
}
