using AttributionLedger.Basics;

namespace AttributionLedger.Sheets.Outcomes;

/// <summary>Why a line of a sheet was refused.</summary>
/// <param name="Line">The number of the line in its sheet, from 1.</param>
/// <param name="Field">The field at fault, as a path such as <c>stances[1].claim</c>; null when it is the whole line.</param>
/// <param name="Code">Stable: one of <see cref="SheetCodes"/>, or one of the domain's.</param>
/// <param name="Message">What was wrong and what to do. It holds nothing of the line where the line is about an unnamed party.</param>
public sealed record SheetError(int Line, string? Field, string Code, string Message)
{
    /// <summary>
    /// A refusal of an unnamed source. It repeats nothing that stands in the line: under whom a source speaks may tell who it is.
    /// </summary>
    public static SheetError OfUnnamed(int line, Rejection rejection) => rejection.Code == "party-unknown"
        ? new(line, "under", rejection.Code, "The party under whom this source speaks is not registered. Register it with an entry of its own.")
        : new(line, rejection.Field == "name" ? "description" : null, rejection.Code, rejection.Message);

    internal static SheetError NotUtf8(int line) =>
        new(line, null, SheetCodes.LineNotUtf8, "This line holds bytes that are not UTF-8. Save the file again with the encoding UTF-8.");
}

/// <summary>The codes that belong to the sheet itself. Programs rely on them; the sentences beside them may change.</summary>
public static class SheetCodes
{
    /// <summary>The file is in UTF-16, as some editors save it.</summary>
    public const string SheetIsUtf16 = "sheet-is-utf16";

    /// <summary>The line is longer than a line may be.</summary>
    public const string LineTooLong = "line-too-long";

    /// <summary>The line holds bytes that are not UTF-8.</summary>
    public const string LineNotUtf8 = "line-not-utf8";

    /// <summary>The line is not JSON; it may have been cut.</summary>
    public const string LineNotJson = "line-not-json";

    /// <summary>The line nests objects and lists deeper than any entry does.</summary>
    public const string LineTooDeep = "line-too-deep";

    /// <summary>The line is JSON, but no object.</summary>
    public const string LineNotObject = "line-not-object";

    /// <summary>The field <c>entry</c> says none of the words that it may say.</summary>
    public const string EntryKindUnknown = "entry-kind-unknown";

    /// <summary>An entry of this kind has no such field.</summary>
    public const string FieldUnknown = "field-unknown";

    /// <summary>The field is there twice.</summary>
    public const string FieldRepeated = "field-repeated";

    /// <summary>A field that must be there is not.</summary>
    public const string FieldMissing = "field-missing";

    /// <summary>The field holds a value of another type than it takes.</summary>
    public const string FieldType = "field-type";

    /// <summary>Two fields of which only one may be there.</summary>
    public const string FieldsExclusive = "fields-exclusive";

    /// <summary>The field takes one word of a list, and this is none of them.</summary>
    public const string WordUnknown = "word-unknown";

    /// <summary>The number is negative, broken, or too large to be kept exactly.</summary>
    public const string NumberOutOfRange = "number-out-of-range";

    /// <summary>The time must be one instant with its offset, and is a day or an interval.</summary>
    public const string TimeNotInstant = "time-not-instant";

    /// <summary>What begins with a question mark is not a question mark and a number.</summary>
    public const string LabelMalformed = "label-malformed";

    /// <summary>A label stands where only the id of a registered party may stand.</summary>
    public const string LabelMisplaced = "label-misplaced";

    /// <summary>An unnamed party with a field that would say who it is.</summary>
    public const string UnnamedIdentity = "unnamed-identity";

    /// <summary>Two lines give the same label to an unnamed party.</summary>
    public const string LabelRepeated = "label-repeated";

    /// <summary>A label is used that no line gives to an unnamed party.</summary>
    public const string LabelUnknown = "label-unknown";

    /// <summary>An unnamed party that says nothing in the sheet.</summary>
    public const string LabelSilent = "label-silent";

    /// <summary>The sheet is larger than is taken at once.</summary>
    public const string SheetTooLarge = "sheet-too-large";
}

/// <summary>The codes that only the body of a request can have; all else that can be wrong with it is wrong with a line as well.</summary>
public static class BodyCodes
{
    /// <summary>The body holds bytes that are not UTF-8.</summary>
    public const string NotUtf8 = "body-not-utf8";

    /// <summary>The body is not JSON; it may have been cut.</summary>
    public const string NotJson = "body-not-json";

    /// <summary>The body nests objects and lists deeper than any entry does.</summary>
    public const string TooDeep = "body-too-deep";

    /// <summary>The body is JSON, but no object.</summary>
    public const string NotObject = "body-not-object";

    /// <summary>The address of the request says the field, and so the body must not.</summary>
    public const string FieldInAddress = "field-in-address";
}
