using AttributionLedger.Basics;
using AttributionLedger.Pages;

namespace AttributionLedger.Api.Answers;

/// <summary>Answers a read: what was asked for, or why it is not there.</summary>
internal static class Read
{
    /// <param name="tag">The state that it is in, for whoever may change it; null where that is nobody's to know.</param>
    public static IResult Of<TShape>(Answer<TShape> answer, string? tag = null) => answer switch
    {
        Answer<TShape>.Given given => new Tagged(Results.Ok(given.Shape), tag),
        Answer<TShape>.Refused { Rejection: { Code: "incident-unknown" or "party-unknown" or "statement-unknown" or "entry-unknown" or "claim-unknown" } refusal } => Unknown(refusal.Code, refusal.Message, refusal.Field),
        Answer<TShape>.Refused refused => Problems.Malformed([refused.Rejection with { Field = Parameter(refused.Rejection.Field) }], isBody: false),
        _ => throw new InvalidOperationException("A question was neither answered nor refused.")
    };

    public static IResult Unknown(string code, string detail, string? field) => Problems.Of(StatusCodes.Status404NotFound, code, detail, field);

    public static IResult InternalOnly(string what) => Problems.Of(StatusCodes.Status403Forbidden, "internal-only", $"{what} for the desk. Ask with reading=internal.", "reading");

    /// <summary>By which name the address asks for what a reader calls its own.</summary>
    private static string? Parameter(string? field) => field switch { "after" => "cursor", "text" => "name", _ => field };

    private sealed class Tagged(IResult inner, string? tag) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            if (tag is not null) context.Response.Headers.ETag = $"\"{tag}\"";
            return inner.ExecuteAsync(context);
        }
    }
}
