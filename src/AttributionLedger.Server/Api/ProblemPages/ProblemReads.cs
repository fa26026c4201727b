using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using Microsoft.Net.Http.Headers;

namespace AttributionLedger.Api.ProblemPages;

/// <summary>The pages to which the types of problems lead: for people as HTML, for programs as JSON, as the Accept header says.</summary>
internal static class ProblemReads
{
    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Problems",
        new("ListProblems", Problems.Path, "Every kind of problem, and what to do about it", typeof(ProblemListShape), List) { IsOfLedger = false },
        new("ReadProblem", $"{Problems.Path}/{{code}}", "What a problem means, and what to do about it", typeof(ProblemTypeShape), Read) { IsOfLedger = false });

    private static IResult List(HttpRequest request) => WantsPage(request) ? new ProblemPage(ProblemHtml.Of(ProblemTypes.All)) : Results.Ok(new ProblemListShape([.. ProblemTypes.All]));

    private static IResult Read(string code, HttpRequest request) =>
        ProblemTypes.Of(code) is not { } problem ? Problems.Of(StatusCodes.Status404NotFound, "problem-unknown", "There is no problem of this code. /problems lists those that there are.", "code")
        : WantsPage(request) ? new ProblemPage(ProblemHtml.Of(problem)) : Results.Ok(problem);

    /// <summary>Whether HTML is what is liked best; a program that says nothing, or takes anything, gets JSON.</summary>
    private static bool WantsPage(HttpRequest request)
    {
        request.HttpContext.Response.Headers.Vary = "Accept";
        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted)
            && wanted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault(type => type.MediaType.Value is "text/html" or "application/json" or "application/problem+json" or "*/*")?.MediaType.Value == "text/html";
    }
}
