namespace AttributionLedger.Differences;

/// <summary>The longest run of numbers that ascend, not necessarily next to each other.</summary>
internal static class Ascending
{
    /// <returns>The places of the numbers that belong to it, in order. Costs n log n.</returns>
    public static IReadOnlyList<int> Longest(IReadOnlyList<int> numbers)
    {
        // For each length the run that ends lowest; each number remembers the one before it in its run.
        var ends = new List<int>();
        var before = new int[numbers.Count];
        for (var i = 0; i < numbers.Count; i++)
        {
            var length = ends.BinarySearch(i, Comparer<int>.Create((one, other) => numbers[one].CompareTo(numbers[other])));
            if (length < 0) length = ~length;
            before[i] = length > 0 ? ends[length - 1] : -1;
            if (length == ends.Count) ends.Add(i);
            else ends[length] = i;
        }
        var run = new List<int>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = before[i]) run.Add(i);
        run.Reverse();
        return run;
    }
}
