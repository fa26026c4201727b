namespace AttributionLedger.CommandLine;

/// <summary>Tells a ledger sheet from a spreadsheet, by the ending of its name and otherwise by how it begins.</summary>
internal static class FileKinds
{
    /// <summary>Bytes that are looked at: room for the remarks above the first entry.</summary>
    public const int Looked = 64 * 1024;

    public static bool IsTable(string path, ReadOnlySpan<byte> start) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" or ".json" => false,
        ".csv" or ".tsv" or ".tab" or ".psv" or ".xlsx" or ".xls" or ".ods" => true,
        _ => !BeginsAsSheet(start)
    };

    // A line of a sheet begins with a brace, and blank lines and remarks stand above the first. What holds nothing is an empty sheet.
    private static bool BeginsAsSheet(ReadOnlySpan<byte> start)
    {
        var text = start.IndexOfAnyExcept((byte)0, (byte)0xFF, (byte)0xFE) is >= 0 and var first ? start[first..] : [];
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) text = text[3..];
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].Trim(" \t\r\0"u8);
            if (line.IsEmpty || line[0] == '#' || line.StartsWith("//"u8)) continue;
            return line[0] == '{';
        }
        return true;
    }
}
