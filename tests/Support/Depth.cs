namespace AttributionLedger.Tests;

/// <summary>
/// How often a test that counts repeats itself: as often as a developer waits for, or, where <c>ops/test --deep</c> sets the
/// variable, as often as the product promises.
/// </summary>
internal static class Depth
{
    public const string Variable = "LEDGER_TEST_DEEP";

    public static bool IsDeep { get; } = Environment.GetEnvironmentVariable(Variable) is "1";

    public static int Of(int usual, int deep) => IsDeep ? deep : usual;
}
