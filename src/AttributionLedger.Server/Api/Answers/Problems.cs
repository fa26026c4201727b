using AttributionLedger.Basics;

namespace AttributionLedger.Api.Answers;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">The field of the body, such as <c>stances[1].claim</c>, the parameter or the header; null for the whole.</param>
/// <param name="Pointer">The field as a JSON Pointer within the body (RFC 6901); null when it is none of the body's.</param>
internal sealed record ProblemItem(string Code, string? Field, string? Pointer, string Detail);

/// <summary>Says what is wrong, in the form of RFC 9457: a stable type that leads to its page, and every error that was found.</summary>
internal static class Problems
{
    public const string Path = "/problems";

    /// <summary>When whoever is turned away may come again, in seconds.</summary>
    private const int RetrySeconds = 2;

    /// <summary>Codes that say that the record is in a state which does not allow what is asked, though it may be right in itself.</summary>
    private static readonly HashSet<string> Conflicts =
    [
        "id-taken", "incident-closed", "incident-merged", "incident-not-merged", "already-closed", "not-closed", "already-merged", "party-not-merged", "already-retracted", "already-withdrawn", "already-struck", "entry-struck"
    ];

    public static IResult Of(int status, string code, string detail, string? field = null) => Of(status, [new Rejection(code, field, detail)], isBody: false);

    /// <summary>What is refused because of how the request is written.</summary>
    public static IResult Malformed(IReadOnlyList<Rejection> refusals, bool isBody) => Of(StatusCodes.Status400BadRequest, refusals, isBody);

    /// <summary>What is refused by a decision.</summary>
    /// <param name="addressed">The fields that the address says: what they name and is not there, is not found.</param>
    public static IResult Decided(IReadOnlyList<Rejection> refusals, IReadOnlyCollection<string> addressed) => Of(StatusOf(refusals[0], addressed), refusals, isBody: true, addressed);

    public static IResult Away() => Retry(StatusCodes.Status503ServiceUnavailable, "postgres-unreachable", "PostgreSQL does not answer. What was not answered may be on record or not: repeat it with the same Idempotency-Key or id, which is harmless.");
    public static IResult Busy() => Retry(StatusCodes.Status503ServiceUnavailable, "too-busy", "Too many entries wait to be logged. Repeat this one in a moment.");
    public static IResult TooMany() => Retry(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests come from this address. Repeat this one in a moment, and send fewer at once.");
    public static IResult TimedOut() => Retry(StatusCodes.Status504GatewayTimeout, "request-timed-out", "This took longer than a request may. What was to be written may be on record or not: repeat it with the same Idempotency-Key or id, which is harmless.");
    public static IResult UnderWay() => Retry(StatusCodes.Status409Conflict, "idempotency-key-in-flight", "A request with this Idempotency-Key is under way. Repeat this one in a moment, and it will get the same answer.");

    public static IResult Retry(int status, string code, string detail) => new WithHeader(Of(status, code, detail), "Retry-After", RetrySeconds.ToString());

    private static int StatusOf(Rejection refusal, IReadOnlyCollection<string> addressed) =>
        refusal.Code == "idempotency-key-reused" ? StatusCodes.Status422UnprocessableEntity
        : refusal.Field is { } field && addressed.Contains(field) && refusal.Code.EndsWith("-unknown", StringComparison.Ordinal) ? StatusCodes.Status404NotFound
        : Conflicts.Contains(refusal.Code) ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;

    private static IResult Of(int status, IReadOnlyList<Rejection> refusals, bool isBody, IReadOnlyCollection<string>? addressed = null) => Results.Problem(
        refusals[0].Message, statusCode: status, title: Title(refusals[0].Code), type: $"{Path}/{refusals[0].Code}",
        extensions: new Dictionary<string, object?>
        {
            ["code"] = refusals[0].Code,
            ["errors"] = refusals.Select(refusal => new ProblemItem(refusal.Code, refusal.Field, isBody && refusal.Field is { } field && addressed?.Contains(field) != true ? Pointer(field) : null, refusal.Message)).ToList()
        });

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
