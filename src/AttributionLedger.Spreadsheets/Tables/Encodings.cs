using System.Buffers;
using System.Text;
using System.Text.Unicode;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Tables;

/// <summary>Finds out in which encoding a file was saved. What the bytes do not tell is asked, never guessed.</summary>
internal static class Encodings
{
    private const string Utf8Name = "utf-8", Windows1252 = "windows-1252";

    private static readonly Dictionary<string, Encoding> ByName = Known();

    /// <summary>The names that a mapping may give.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>The encoding that the byte order mark of a file tells; null where it has none.</summary>
    public static string? Marked(ReadOnlySpan<byte> file)
    {
        foreach (var (mark, name) in Marks)
            if (file.StartsWith(mark)) return name;
        return null;
    }

    /// <summary>The encoding that one of its registered names means; null where it means none that is understood.</summary>
    public static string? Named(string name)
    {
        // ASCII is UTF-8 as far as it goes.
        if (name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)) return Utf8Name;
        if (ByName.ContainsKey(name)) return Names.First(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        try
        {
            var page = Encoding.GetEncoding(name).CodePage;
            return Names.FirstOrDefault(known => ByName[known].CodePage == page);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <param name="named">The encoding that the mapping names; null where it names none.</param>
    public static TableText Read(byte[] file, string? named)
    {
        if (file.Length == 0) return Refused(TableCodes.Empty, "This file is empty. Was it saved before the cells were filled?");
        if (Strange(file) is { } strange) return Refused(TableCodes.NotText, strange);
        if (Marked(file) is { } marked) return Decoded(file.AsSpan(Marks.First(mark => mark.Name == marked).Mark.Length), marked);
        if (named is not null) return Decoded(file, named);
        if (file.AsSpan().Contains((byte)0)) return Utf16(file);
        return Utf8.IsValid(file) ? new(Encoding.UTF8.GetString(file), Utf8Name) : OneByte(file);
    }

    private static TableText Decoded(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return new(ByName[name].GetString(bytes), name);
        }
        catch (DecoderFallbackException)
        {
            return Refused(TableCodes.EncodingBroken, $"This file holds bytes that are not {name}, in which it says to be. Save it again as \"CSV UTF-8\".");
        }
    }

    // Commas, tabs, digits and line ends have a zero byte in UTF-16 whatever the script, and no text has one in UTF-8.
    private static TableText Utf16(byte[] file)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < file.Length; i++)
            if (file[i] == 0 && i % 2 == 0) even++;
            else if (file[i] == 0) odd++;
        // A mixture of both halves is no text at all.
        if (file.Length % 2 == 0 && Math.Min(even, odd) * 4 <= Math.Max(even, odd) && Decoded(file, odd > even ? "utf-16le" : "utf-16be") is { Text: { } text } read && !text.Contains('\0') && text.AsSpan().ContainsAny(",;\t|\r\n")) return read;
        return Refused(TableCodes.NotText, "This file is no text: it holds zero bytes where no encoding of text has them. Save the spreadsheet as \"CSV UTF-8\".");
    }

    private static TableText OneByte(byte[] file)
    {
        var (wellFormed, broken, firstBroken, halves) = Sequences(file);
        if (wellFormed > broken || halves > 0)
            return Refused(TableCodes.EncodingBroken, $"This file is UTF-8 but for {broken} {(broken == 1 ? "byte" : "bytes")}, first in line {1 + file.AsSpan(0, firstBroken).Count((byte)'\n')}: was it cut, or put together from two files? Save it again as \"CSV UTF-8\".");
        if (file.AsSpan().ContainsAny(Undefined) || IsRatherOfAnotherScript(file) || IsRatherOfAnotherMachine(file))
            return Refused(TableCodes.EncodingAmbiguous, $"The bytes of this file do not tell in which encoding it was saved. Save it again as \"CSV UTF-8\", or name the encoding in the mapping (\"encoding\"): one of {string.Join(", ", Names)}.");
        return Decoded(file, Windows1252) with
        {
            Note = new(0, null, "encoding-assumed", "This file is not UTF-8 and was read as windows-1252, the encoding of Western European Windows. The same bytes could be other letters in the encodings of other countries: look at the accents in the first rows, and name another encoding in the mapping (\"encoding\") if they are wrong.")
        };
    }

    // Western letters with accents stand between plain ones. Where they stand in rows, they are rather the letters of another script.
    private static bool IsRatherOfAnotherScript(byte[] file)
    {
        var (letters, besideAnother) = (0, 0);
        for (var i = 0; i < file.Length; i++)
            if (file[i] >= 0xC0)
            {
                letters++;
                if ((i > 0 && IsLetter(file[i - 1])) || (i + 1 < file.Length && IsLetter(file[i + 1]))) besideAnother++;
            }
        return besideAnother * 3 > letters;
    }

    // No Western word goes on in a capital with an accent, nor in a low quotation mark or a dagger: so the small letters of old
    // Macintoshes and of DOS come out.
    private static bool IsRatherOfAnotherMachine(byte[] file)
    {
        var (signs, afterSmall) = (0, 0);
        for (var i = 0; i < file.Length; i++)
            if (IsLetter(file[i]))
            {
                signs++;
                if (i > 0 && file[i - 1] is >= (byte)'a' and <= (byte)'z' && (file[i] is (>= 0xC0 and <= 0xDE and not 0xD7) || BeginningWords.Contains(file[i]))) afterSmall++;
            }
        return afterSmall * 3 > signs;
    }

    // An apostrophe, a quotation mark, a dash or a space of typesetters may stand beside an accent in any Western text.
    private static bool IsLetter(byte sign) => sign >= 0x80 && sign is not (0x85 or (>= 0x91 and <= 0x97) or 0xA0 or 0xAB or 0xB7 or 0xBB);

    /// <summary>
    /// How many characters of several bytes are well formed, how many bytes belong to none, and how many halves of characters
    /// there are, which some programs write for those that UTF-16 writes as two.
    /// </summary>
    private static (int WellFormed, int Broken, int FirstBroken, int Halves) Sequences(ReadOnlySpan<byte> file)
    {
        var (wellFormed, broken, first, halves) = (0, 0, -1, 0);
        for (var i = 0; i < file.Length;)
        {
            if (file[i] < 0x80) { i++; continue; }
            if (Rune.DecodeFromUtf8(file[i..], out _, out var length) == OperationStatus.Done) wellFormed++;
            else
            {
                broken++;
                if (first < 0) first = i;
                if (file[i..] is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]) halves++;
            }
            i += length;
        }
        return (wellFormed, broken, first, halves);
    }

    private static string? Strange(ReadOnlySpan<byte> file)
    {
        const string save = "Open it and save the sheet as \"CSV UTF-8\".";
        if (file.StartsWith("PK\u0003\u0004"u8)) return $"This is a workbook (.xlsx, .ods or the like) and not a table of text. {save}";
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return $"This is a workbook of an older kind (.xls) and not a table of text. {save}";
        if (file.StartsWith("%PDF"u8)) return "This is a PDF and not a table of text. Ask for the spreadsheet that it was made from.";
        if (file.StartsWith("{\\rtf"u8)) return $"This is a document of a word processor and not a table of text. {save}";
        var start = Encoding.ASCII.GetString(file[..Math.Min(file.Length, 512)]).TrimStart().TrimStart('?').TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? $"This is a page of the web or XML, whatever its name ends in, and not a table of text. {save}" : null;
    }

    private static TableText Refused(string code, string message) => new(null, null, new(Place.File, code, message));

    // In windows-1252: low quotation marks, the florin, daggers, the circumflex and tilde that stand alone, per mille, and capitals.
    private static readonly SearchValues<byte> BeginningWords = SearchValues.Create([0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8C, 0x8E, 0x98, 0x9F]);

    private static readonly SearchValues<byte> Undefined = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    // The mark of UTF-32 begins as that of UTF-16 does, and so comes first.
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Utf8Name), ([0xFF, 0xFE, 0x00, 0x00], "utf-32le"), ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be")
    ];

    private static Dictionary<string, Encoding> Known()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var known = new Dictionary<string, Encoding>(StringComparer.OrdinalIgnoreCase)
        {
            [Utf8Name] = new UTF8Encoding(false, true), ["utf-16le"] = new UnicodeEncoding(false, false, true), ["utf-16be"] = new UnicodeEncoding(true, false, true),
            ["utf-32le"] = new UTF32Encoding(false, false, true)
        };
        foreach (var name in new[] { Windows1252, "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "iso-8859-1", "iso-8859-15", "koi8-r", "macintosh", "gb18030", "big5", "shift_jis", "euc-kr" })
            known[name] = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return known;
    }
}
