using AttributionLedger.Basics;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Answers;

/// <summary>Says what is wrong, in the form of RFC 9457: a stable type that leads to its page, and every error that was found.</summary>
internal static class Problems
{
    public const string Path = "/problems";

    /// <summary>When whoever is turned away may come again, in seconds.</summary>
    private const int RetrySeconds = 2;

    public const string Media = "application/problem+json";

    public static IResult Of(int status, string code, string detail, string? field = null) => Of(status, [new Rejection(code, field, detail)], isBody: false);

    /// <summary>What is refused because of how the request is written.</summary>
    /// <param name="addressed">The fields that the address says, which stand nowhere in the body.</param>
    public static IResult Malformed(IReadOnlyList<Rejection> refusals, bool isBody, IReadOnlyCollection<string>? addressed = null) => Of(Statuses.Of(refusals[0].Code, isAddressed: false), refusals, isBody, addressed);

    /// <summary>What is refused by a decision.</summary>
    /// <param name="addressed">The fields that the address says: what they name and is not there, is not found.</param>
    public static IResult Decided(IReadOnlyList<Rejection> refusals, IReadOnlyCollection<string> addressed) => Of(Statuses.Of(refusals[0].Code, refusals[0].Field is { } field && addressed.Contains(field)), refusals, isBody: true, addressed);

    public static IResult Away() => Retry(StatusCodes.Status503ServiceUnavailable, "postgres-unreachable", "PostgreSQL does not answer. What was not answered may be on record or not: repeat it with the same Idempotency-Key or id, which is harmless.");
    public static IResult Busy() => Retry(StatusCodes.Status503ServiceUnavailable, "too-busy", "Too many entries wait to be logged. Repeat this one in a moment.");
    public static IResult TooMany() => Retry(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests come from this address. Repeat this one in a moment, and send fewer at once.");
    public static IResult TimedOut() => Retry(StatusCodes.Status504GatewayTimeout, "request-timed-out", "This took longer than a request may. What was to be written may be on record or not: repeat it with the same Idempotency-Key or id, which is harmless.");
    public static IResult UnderWay() => Retry(StatusCodes.Status409Conflict, "idempotency-key-in-flight", "A request with this Idempotency-Key is under way. Repeat this one in a moment, and it will get the same answer.");

    public static IResult Retry(int status, string code, string detail) => new WithHeader(Of(status, code, detail), "Retry-After", RetrySeconds.ToString());

    private static IResult Of(int status, IReadOnlyList<Rejection> refusals, bool isBody, IReadOnlyCollection<string>? addressed = null) => Results.Json(
        new ProblemShape($"{Path}/{refusals[0].Code}", Title(refusals[0].Code), status, refusals[0].Message, refusals[0].Code,
            [.. refusals.Select(refusal => new ProblemItem(refusal.Code, refusal.Field, isBody && refusal.Field is { } field && addressed?.Contains(field) != true ? Pointer(field) : null, refusal.Message))]),
        ShapeJson.Options, Media, status);

    /// <summary>The code in words: the same for every problem of a type.</summary>
    public static string Title(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    private static string Pointer(string field) => "#/" + field.Replace("~", "~0").Replace("/", "~1").Replace("[", "/").Replace("]", "").Replace('.', '/');

    private sealed class WithHeader(IResult inner, string name, string value) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers[name] = value;
            return inner.ExecuteAsync(context);
        }
    }
}
