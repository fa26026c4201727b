using System.Runtime.CompilerServices;
using AttributionLedger.Attribution;
using AttributionLedger.Spreadsheets.Writing;

namespace AttributionLedger.Tables;

/// <summary>Of what a table tells.</summary>
public enum TableOf
{
    /// <summary>A row for each stance of each statement, in the columns that the way in takes.</summary>
    Statements,
    /// <summary>A row for each party and claim.</summary>
    Positions,
    /// <summary>A row for each actor and act, with the status of its incident.</summary>
    Standings
}

/// <summary>Which table is wanted.</summary>
/// <param name="Incident">The one incident to tell of; null for all.</param>
/// <param name="WithStruck">With the statements that the desk logged in error, where the reading holds them.</param>
public sealed record TableRequest(TableOf Of, string? Incident, ReadingRequest At, bool WithStruck = false);

/// <summary>A table that is read while somebody takes it: a page at a time, and no transaction is open in between.</summary>
/// <param name="Name">Of a file for it, in ASCII.</param>
public sealed record Table(string Name, IReadOnlyList<string> Heading, IAsyncEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>The table as CSV, piece by piece; the first begins with the names of the columns.</summary>
    public async IAsyncEnumerable<byte[]> TextAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        using var text = new CsvText(Heading);
        await foreach (var row in Rows.WithCancellation(ct))
        {
            text.Write(row);
            if (text.IsEnough) yield return text.Take();
        }
        yield return text.Take();
    }
}
