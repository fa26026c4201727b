using System.Text;

namespace AttributionLedger.Spreadsheets.Specs.Spreadsheets;

/// <summary>
/// One hand-made spreadsheet and what must come of it. In the corpus a case is its name, directives, the file between marks,
/// and what is expected, a line each. Signs that cannot be seen are written by their pictures: ␉ tab, ␍ CR, ␊ LF, ⍽ no-break space.
/// </summary>
public sealed record SpreadsheetCase(string Name, byte[] File, string? Mapping, IReadOnlyList<string> Expected)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Spreadsheets");

    static SpreadsheetCase()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        All = [.. Directory.EnumerateFiles(Folder, "*.cases").Order(StringComparer.Ordinal).SelectMany(Read)];
    }

    public static IReadOnlyList<SpreadsheetCase> All { get; }

    private static IEnumerable<SpreadsheetCase> Read(string path)
    {
        foreach (var text in System.IO.File.ReadAllText(path).Split("\n## ").Skip(1))
        {
            var lines = text.Split('\n');
            string? mapping = null, encoding = null, bytes = null, ends = "\n";
            var (file, expected, inFile) = (new List<string>(), new List<string>(), false);
            foreach (var line in lines.Skip(1))
                if (line == "<<<") inFile = true;
                else if (line == ">>>") inFile = false;
                else if (inFile) file.Add(line);
                else if (line.StartsWith("map ", StringComparison.Ordinal)) mapping = line[4..];
                else if (line.StartsWith("as ", StringComparison.Ordinal)) encoding = line[3..];
                else if (line.StartsWith("bytes ", StringComparison.Ordinal)) bytes = line[6..];
                else if (line.StartsWith("ends ", StringComparison.Ordinal)) ends = line[5..] == "cr" ? "\r" : "\r\n";
                else if (line.Trim().Length > 0) expected.Add(line);
            var content = bytes is null ? Encoded(string.Join(ends, file), encoding ?? "utf-8") : System.IO.File.ReadAllBytes(Path.Combine(Folder, "Bytes", bytes));
            yield return new($"{Path.GetFileNameWithoutExtension(path)}: {lines[0]}", content, mapping, expected);
        }
    }

    private static byte[] Encoded(string text, string encoding)
    {
        var plain = text.Replace('␉', '\t').Replace('␍', '\r').Replace('␊', '\n').Replace('⍽', '\u00a0');
        return encoding.EndsWith(" with mark", StringComparison.Ordinal)
            ? [.. Encoding.GetEncoding(encoding[..^10]).GetPreamble(), .. Encoding.GetEncoding(encoding[..^10]).GetBytes(plain)]
            : Encoding.GetEncoding(encoding).GetBytes(plain);
    }

    public override string ToString() => Name;
}
