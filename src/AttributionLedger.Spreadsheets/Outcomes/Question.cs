namespace AttributionLedger.Spreadsheets.Outcomes;

/// <summary>What only people can answer, in the mapping. Until then nothing of the file is taken in.</summary>
/// <param name="Kind"><c>party</c>, <c>dates</c> or <c>serials</c>.</param>
/// <param name="Row">The first row that asks it; see <see cref="Place"/>.</param>
/// <param name="Written">What stands there; null where it may not be repeated.</param>
/// <param name="Rows">How many rows ask it.</param>
/// <param name="Message">What is asked, and where in the mapping the answer goes.</param>
/// <param name="Candidates">Parties that may be meant.</param>
public sealed record Question(string Kind, int Row, int Line, string? Column, string? Header, string? Written, int Rows, string Message, IReadOnlyList<Candidate> Candidates);

/// <summary>A party that may be meant.</summary>
/// <param name="Kind">Its kind in the ledger's words.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record Candidate(string Id, string Name, string Kind, string Why);
