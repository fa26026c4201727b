using System.CommandLine;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

/// <summary>By which version of the rules a command reads.</summary>
internal static class RulesOption
{
    public static readonly Option<int> ByRules = new("--rules")
    {
        Description = $"By which version of the rules: {string.Join("; ", Readings.Rules.All.Select(rules => $"{rules.Version}, {rules.Summary}"))}.", DefaultValueFactory = _ => Readings.Rules.Current.Version
    };

    /// <summary>Null where there is no such version.</summary>
    public static Rules? Rules(this ParseResult parsed) => Readings.Rules.Find(parsed.GetValue(ByRules));

    /// <summary>Says that there is no such version.</summary>
    /// <returns>The code that the command ends with.</returns>
    public static int Refuse()
    {
        Terminal.Error($"--rules takes a number from 1 to {Readings.Rules.All[^1].Version}; ledger rules lists them. [limit-out-of-range]");
        return ExitCodes.Usage;
    }
}
