using DiffPlex;

namespace AttributionLedger.Rewordings;

/// <summary>Compares two wordings by words.</summary>
public static class Rewording
{
    /// <summary>Words and signs of both texts together that are compared one by one: beyond it the time goes with the square, and the middle is told as replaced.</summary>
    private const int ChunkLimit = 6_000;

    public static RewordingShape Of(Reworded what, string? before, string after) => new(what, before, after, [.. Segments(before ?? "", after)]);

    /// <summary>In the order of reading, what was removed before what was added in its place; neighbours of one kind are one.</summary>
    public static IReadOnlyList<SegmentShape> Segments(string before, string after)
    {
        var (old, now) = (WordChunks.Instance.Chunk(before), WordChunks.Instance.Chunk(after));
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var pieces = new List<SegmentShape>();
        void Add(IEnumerable<string> chunks, SegmentChange change)
        {
            if (string.Concat(chunks) is not { Length: > 0 } text) return;
            if (pieces is [.., var last] && last.Change == change) pieces[^1] = last with { Text = last.Text + text };
            else pieces.Add(new(text, change));
        }
        Add(old.Take(head), SegmentChange.Same);
        Compare([.. old.Skip(head).SkipLast(tail)], [.. now.Skip(head).SkipLast(tail)], Add);
        Add(old.TakeLast(tail), SegmentChange.Same);
        return pieces;
    }

    private static void Compare(IReadOnlyList<string> old, IReadOnlyList<string> now, Action<IEnumerable<string>, SegmentChange> add)
    {
        if (old.Count == 0 || now.Count == 0 || old.Count + now.Count > ChunkLimit)
        {
            add(old, SegmentChange.Removed);
            add(now, SegmentChange.Added);
            return;
        }
        var at = 0;
        foreach (var block in Differ.Instance.CreateDiffs(string.Concat(old), string.Concat(now), ignoreWhiteSpace: false, ignoreCase: false, new Given(old, now)).DiffBlocks)
        {
            add(old.Skip(at).Take(block.DeleteStartA - at), SegmentChange.Same);
            add(old.Skip(block.DeleteStartA).Take(block.DeleteCountA), SegmentChange.Removed);
            add(now.Skip(block.InsertStartB).Take(block.InsertCountB), SegmentChange.Added);
            at = block.DeleteStartA + block.DeleteCountA;
        }
        add(old.Skip(at), SegmentChange.Same);
    }

    // The middle of a text could be cut otherwise than it was as part of the whole.
    private sealed class Given(IReadOnlyList<string> old, IReadOnlyList<string> now) : IChunker
    {
        private int asked;

        public IReadOnlyList<string> Chunk(string text) => asked++ == 0 ? old : now;
    }
}
