using DiffPlex;

namespace AttributionLedger.Wordings;

/// <summary>What became of a piece of a wording.</summary>
public enum Change { Same, Removed, Added }

/// <summary>A piece of a wording, in logical order whatever its script.</summary>
public sealed record Segment(string Text, Change Change);

/// <summary>
/// What differs between two wordings, word by word. Those that are not added give back the old wording, those that are not
/// removed the new one, to the letter: nothing is folded or normalised, for a changed letter is a changed wording.
/// </summary>
public static class WordDifference
{
    /// <summary>Characters of either wording; a longer one is compared as a whole, for no reader looks for a word in forty pages.</summary>
    public const int Limit = 20_000;

    /// <summary>Words between the first and the last difference, of both wordings: their comparison costs up to the square of it.</summary>
    public const int ChangedLimit = 10_000;

    /// <param name="old">The wording before.</param>
    /// <param name="new">The wording after.</param>
    /// <returns>Never two segments of one change in a row, and what was removed before what was added in its place.</returns>
    public static IReadOnlyList<Segment> Of(string old, string @new)
    {
        if (old == @new) return old == "" ? [] : [new(old, Change.Same)];
        if (old.Length > Limit || @new.Length > Limit) return Whole(old, @new);
        var (before, after) = (Cutting.Of(old), Cutting.Of(@new));
        var ahead = Common(before, after, 0);
        var behind = Common([.. before.Reverse()], [.. after.Reverse()], ahead);
        var (oldMiddle, newMiddle) = (before[ahead..^behind], after[ahead..^behind]);
        return Joined(
        [
            .. before[..ahead].Select(word => new Segment(word, Change.Same)),
            .. oldMiddle.Length + newMiddle.Length > ChangedLimit ? Whole(string.Concat(oldMiddle), string.Concat(newMiddle)) : Middle(oldMiddle, newMiddle),
            .. before[^behind..].Select(word => new Segment(word, Change.Same))
        ]);
    }

    private static IReadOnlyList<Segment> Whole(string old, string @new) =>
        [.. new[] { new Segment(old, Change.Removed), new Segment(@new, Change.Added) }.Where(segment => segment.Text != "")];

    // The words that both begin with, or, reversed, end with; what is already taken from the other end is not taken twice.
    private static int Common(string[] one, string[] other, int taken)
    {
        var most = Math.Min(one.Length, other.Length) - taken;
        var same = 0;
        while (same < most && one[same] == other[same]) same++;
        return same;
    }

    private static IEnumerable<Segment> Middle(string[] old, string[] @new)
    {
        var at = 0;
        foreach (var block in Differ.Instance.CreateDiffs(string.Concat(old), string.Concat(@new), ignoreWhiteSpace: false, ignoreCase: false, new Given(old, @new)).DiffBlocks)
        {
            for (; at < block.DeleteStartA; at++) yield return new(old[at], Change.Same);
            for (; at < block.DeleteStartA + block.DeleteCountA; at++) yield return new(old[at], Change.Removed);
            foreach (var word in @new.Skip(block.InsertStartB).Take(block.InsertCountB)) yield return new(word, Change.Added);
        }
        for (; at < old.Length; at++) yield return new(old[at], Change.Same);
    }

    /// <summary>
    /// One segment for each stretch. The blanks and signs between two changed words belong to the change, or two phrases that
    /// have nothing in common but their blanks would read as a change at every word.
    /// </summary>
    private static IReadOnlyList<Segment> Joined(IReadOnlyList<Segment> pieces)
    {
        var joined = new List<Segment>();
        for (var at = 0; at < pieces.Count;)
        {
            var (removed, added) = ("", "");
            var same = at;
            while (same < pieces.Count && pieces[same].Change == Change.Same) same++;
            if (same > at) joined.Add(new(Text(pieces, at, same), Change.Same));
            for (at = same; at < pieces.Count;)
            {
                var changed = at;
                while (changed < pieces.Count && pieces[changed].Change != Change.Same) changed++;
                removed += Text(pieces.Skip(at).Take(changed - at), Change.Removed);
                added += Text(pieces.Skip(at).Take(changed - at), Change.Added);
                at = changed;
                while (changed < pieces.Count && pieces[changed] is { Change: Change.Same, Text: var sign } && !Cutting.IsWord(sign)) changed++;
                if (changed == at || changed == pieces.Count || pieces[changed].Change == Change.Same) break;
                (removed, added) = (removed + Text(pieces, at, changed), added + Text(pieces, at, changed));
                at = changed;
            }
            joined.AddRange(Narrowed(Cutting.Of(removed), Cutting.Of(added)));
        }
        return [.. Merged(joined)];
    }

    // What both begin or end with did not change.
    private static IEnumerable<Segment> Narrowed(string[] removed, string[] added)
    {
        var ahead = Common(removed, added, 0);
        var behind = Common([.. removed.Reverse()], [.. added.Reverse()], ahead);
        return [.. Same(removed[..ahead]), .. Whole(string.Concat(removed[ahead..^behind]), string.Concat(added[ahead..^behind])), .. Same(removed[^behind..])];
    }

    private static IEnumerable<Segment> Same(string[] words) => words.Length == 0 ? [] : [new(string.Concat(words), Change.Same)];

    private static IEnumerable<Segment> Merged(IEnumerable<Segment> segments)
    {
        Segment? open = null;
        foreach (var segment in segments)
            if (open?.Change == segment.Change) open = open with { Text = open.Text + segment.Text };
            else
            {
                if (open is not null) yield return open;
                open = segment;
            }
        if (open is not null) yield return open;
    }

    private static string Text(IReadOnlyList<Segment> pieces, int from, int to) => string.Concat(pieces.Skip(from).Take(to - from).Select(piece => piece.Text));

    private static string Text(IEnumerable<Segment> pieces, Change change) => string.Concat(pieces.Where(piece => piece.Change == change).Select(piece => piece.Text));

    /// <summary>Both wordings are cut already.</summary>
    private sealed class Given(string[] old, string[] @new) : IChunker
    {
        private readonly string oldText = string.Concat(old);

        public IReadOnlyList<string> Chunk(string text) => text == oldText ? old : @new;
    }
}
