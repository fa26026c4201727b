using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Statements;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Who in the ledger may be meant by what a file calls somebody. It never knows of a source that is not named.</summary>
public interface IPartyLookup
{
    /// <summary>Looks all of them up at once; what nothing is found for may be left out.</summary>
    /// <param name="written">Names, aliases or ids, each once.</param>
    Task<IReadOnlyDictionary<string, PartyFound>> FindAsync(IReadOnlyCollection<string> written, CancellationToken ct);
}

/// <param name="Exact">Those whose id, name or alias it is, but for case and accents.</param>
/// <param name="Near">Those who may be meant; only people can say.</param>
public sealed record PartyFound(IReadOnlyList<Candidate> Exact, IReadOnlyList<Candidate> Near)
{
    public static PartyFound Nobody { get; } = new([], []);
}

/// <summary>What is on record that the rows of a file join.</summary>
public interface IRecordLookup
{
    /// <summary>The incidents that are on record, by their ids.</summary>
    Task<IReadOnlyDictionary<string, KnownIncident>> IncidentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>Those of the statements of an incident that their speaker took back.</summary>
    Task<IReadOnlySet<string>> RetractedAsync(string incident, IReadOnlyCollection<string> statements, CancellationToken ct);
}

/// <param name="Zone">IANA id.</param>
public sealed record KnownIncident(string Zone, IReadOnlyList<Claim> Claims);

/// <summary>What the ledger said of a file's names and ids.</summary>
internal sealed record KnownRecord(
    IReadOnlyDictionary<string, PartyFound> Parties, IReadOnlyDictionary<string, KnownIncident> Incidents, IReadOnlySet<(string Incident, string Statement)> Retracted)
{
    public PartyFound Party(string written) => Parties.GetValueOrDefault(written) ?? PartyFound.Nobody;

    public bool Knows(string party) => Party(party).Exact.Any(found => found.Id == party);
}
