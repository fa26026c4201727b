using AttributionLedger.Store;

namespace AttributionLedger.Tables;

/// <summary>Names for the files of tables that every file system and every header takes.</summary>
internal static class FileNames
{
    private const int IdLimit = 80;

    /// <summary>What it tells of, and the incident as far as its id is in ASCII.</summary>
    public static string Of(TableRequest asked) =>
        Spelling.Spelt(asked.Of) + (asked.Incident is { } id && Plain(id) is { Length: > 0 } plain ? $"-{plain}" : "") + ".csv";

    private static string Plain(string id) =>
        string.Join('-', new string([.. id.Take(IdLimit).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
