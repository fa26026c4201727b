namespace AttributionLedger.Spreadsheets.Tables;

using AttributionLedger.Spreadsheets.Outcomes;

/// <summary>What the bytes of a file say, once it is known how they are meant.</summary>
/// <param name="Text">Null where it could not be read; then there is an error.</param>
/// <param name="Encoding">The name by which the mapping calls it.</param>
internal sealed record TableText(string? Text, string? Encoding, RowError? Error = null, TableNote? Note = null);
