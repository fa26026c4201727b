using System.Text;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Golden;

/// <summary>RFC 8785, as far as bodies without fractions need it.</summary>
public class CanonicalForm
{
    [Fact]
    public void escapes_what_must_be_escaped_and_nothing_else() =>
        Of(new Dictionary<string, object> { ["text"] = "€$\u000f\nA'B\"\\\"/<+>&\u2028\u00a0\U00013425𝔸" }).ShouldBe("{\"text\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/<+>&\u2028\u00a0\U00013425𝔸\"}");

    [Fact]
    public void puts_keys_in_the_order_of_their_code_units() =>
        Of(new Dictionary<string, object> { ["\u20ac"] = 1, ["\r"] = 2, ["\ufb33"] = 3, ["1"] = 4, ["\ud83d\ude00"] = 5, ["\u0080"] = 6, ["\u00f6"] = 7 })
            .ShouldBe("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");

    [Fact]
    public void leaves_no_room_and_keeps_the_order_of_lists() =>
        Of(new Dictionary<string, object> { ["b"] = new object[] { 2, true, "x", new { } }, ["a"] = Array.Empty<int>(), ["n"] = 9_007_199_254_740_991 }).ShouldBe("""{"a":[],"b":[2,true,"x",{}],"n":9007199254740991}""");

    private static string Of(object body) => Encoding.UTF8.GetString(Fingerprint.Canonical(body));
}
