using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AttributionLedger.Sheets.Outcomes;

/// <summary>
/// The number under which a sheet speaks of an unnamed party, written <c>?1</c>. It means nothing outside its sheet, and
/// holds digits only: a label with letters could name the source.
/// </summary>
public readonly record struct Label(int Number)
{
    /// <summary>Unnamed parties of one sheet; far more than a desk could keep apart.</summary>
    public const int Limit = 999_999;

    /// <summary>Whether a text is meant as a label, well formed or not.</summary>
    public static bool IsMeant([NotNullWhen(true)] string? text) => text is ['?', ..];

    /// <summary>Reads <c>?1</c>, without leading zeros, so that no label has two spellings.</summary>
    public static bool TryRead(string? text, out Label label)
    {
        label = default;
        if (text is not ['?', >= '1' and <= '9', ..] || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Limit)
            return false;
        label = new(number);
        return true;
    }

    public override string ToString() => $"?{Number.ToString(CultureInfo.InvariantCulture)}";
}
