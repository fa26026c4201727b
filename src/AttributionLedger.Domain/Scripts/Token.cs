namespace AttributionLedger.Scripts;

/// <summary>A piece of a text that can be looked for.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Length">In characters of the text.</param>
/// <param name="Position">Its place in the order of the text, from 1.</param>
public readonly record struct Token(string Text, int Start, int Length, int Position);

/// <summary>What stands between two spaces or signs.</summary>
/// <param name="Parts">In their order, at consecutive positions.</param>
/// <param name="Joined">Parts that a hyphen, an apostrophe or a dot joins ("al-Sudani", "U.S.", "1,500"), as one word at the position of the first; null for a single part.</param>
/// <param name="IsUnspaced">Written in a script that puts no spaces between words: its parts are pairs of characters that overlap, and the last character alone.</param>
/// <param name="Folded">The whole, folded.</param>
public sealed record Run(IReadOnlyList<Token> Parts, Token? Joined, bool IsUnspaced, string Folded)
{
    public IEnumerable<Token> All => Joined is { } joined ? Parts.Append(joined) : Parts;

    /// <summary>What it is looked for by. Within unspaced writing the last character is in the pair before it already.</summary>
    public IReadOnlyList<Token> Asked => IsUnspaced && Parts.Count > 1 ? [.. Parts.SkipLast(1)] : Parts;
}
