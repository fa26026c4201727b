using AttributionLedger.Api.Answers;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Api.Spreadsheets;

/// <summary>What the Content-Type of a file says of its encoding. Whoever sends a file may know what its bytes do not tell.</summary>
internal static class Charsets
{
    // It says that a mark, or the bytes, tell the order of the halves.
    private const string EitherOrder = "utf-16";

    /// <param name="charset">As it stands in the header, maybe in quotation marks; null where there is none.</param>
    /// <returns>The encoding to read the file in, null to find it out; or why the file is refused.</returns>
    public static (string? Encoding, IResult? Refusal) Read(string? charset, byte[] file)
    {
        if (charset?.Trim('"') is not { } name) return (null, null);
        if (TableReader.EncodingNamed(name) is not { } encoding)
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "charset-unknown", $"The Content-Type names a charset that is not understood. Leave it out, so that the encoding is found out, or name one of {string.Join(", ", TableReader.EncodingNames)}.", "Content-Type"));
        var isEither = name.Equals(EitherOrder, StringComparison.OrdinalIgnoreCase);
        var marked = TableReader.EncodingMarked(file);
        if (isEither ? Fits(marked, file) : marked is null || marked == encoding) return (isEither ? null : encoding, null);
        return (null, Problems.Of(StatusCodes.Status400BadRequest, "charset-contradicted", $"The Content-Type says {encoding}, and the file itself {(marked is null ? "is in no such encoding" : $"begins as one in {marked}")}. Name the encoding in which it was saved, or leave the charset out.", "Content-Type"));
    }

    // Commas, tabs, digits and line ends have a zero byte in UTF-16 whatever the script.
    private static bool Fits(string? marked, byte[] file) => marked is null ? file.Length == 0 || file.Contains((byte)0) : marked.StartsWith(EitherOrder, StringComparison.Ordinal);
}
