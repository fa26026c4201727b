namespace AttributionLedger.Benchmarks.Rows;

/// <summary>What is to be measured, and for how long.</summary>
/// <param name="Seconds">Of each arm in each round.</param>
/// <param name="Json">A file for programs; null for none.</param>
internal sealed record Settings(IReadOnlyList<Row> Rows, int Rounds, double Seconds, string? Json)
{
    public const string Usage = "row [N...] [--rounds N] [--seconds S] [--writers N] [--json FILE]";

    /// <summary>Null when the arguments cannot be read.</summary>
    public static Settings? Read(IReadOnlyList<string> arguments)
    {
        var (numbers, options) = (new List<int>(), new Dictionary<string, string>());
        for (var i = 0; i < arguments.Count; i++)
            if (int.TryParse(arguments[i], out var number)) numbers.Add(number);
            else if (arguments[i] is "--rounds" or "--seconds" or "--writers" or "--json" && i + 1 < arguments.Count) options[arguments[i]] = arguments[++i];
            else return null;

        int? writers = options.TryGetValue("--writers", out var given) ? int.TryParse(given, out var n) && n is >= 1 and <= SeededCluster.Incidents ? n : -1 : null;
        if (writers == -1 || !int.TryParse(options.GetValueOrDefault("--rounds", "5"), out var rounds) || rounds < 1) return null;
        if (!double.TryParse(options.GetValueOrDefault("--seconds", "2"), out var seconds) || seconds <= 0) return null;
        var rows = (numbers.Count > 0 ? numbers : AllRows.Usual).Select(number => AllRows.Find(number, writers)).ToList();
        return rows.Contains(null) ? null : new(rows!, rounds, seconds, options.GetValueOrDefault("--json"));
    }
}
