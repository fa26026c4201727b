using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Describing;

namespace AttributionLedger.Api.ProblemPages;

/// <summary>A kind of problem, as the pages tell of it.</summary>
/// <param name="Type">The address of its page.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Statuses">With which it comes over HTTP; none for what only a sheet can have.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="WhatToDo">In Markdown, with marks for code and links.</param>
public sealed record ProblemTypeShape(string Type, string Code, string Title, string Area, IReadOnlyList<int> Statuses, string Meaning, string WhatToDo)
{
    /// <summary>One that a request can have, or a line of a sheet.</summary>
    internal static ProblemTypeShape Of(string code, string area, IReadOnlyList<int> statuses, string whatToDo) =>
        new($"{Problems.Path}/{code}", code, Problems.Title(code), area, statuses, Meant(statuses), whatToDo);

    /// <summary>One that only a spreadsheet can have. The report of an import that is refused lists it; that of a look does so with 200.</summary>
    internal static ProblemTypeShape OfSpreadsheet(string code, string area, string whatToDo) =>
        Of(code, area, [StatusCodes.Status422UnprocessableEntity], whatToDo) with { Meaning = "A spreadsheet that has it is not taken: nothing of it is put on record. It is among the errors of the report, with its row and column." };

    private static string Meant(IReadOnlyList<int> statuses) => statuses.Count == 0
        ? "A sheet that has it is not taken: nothing of it is put on record."
        : string.Join(" Or: ", statuses.Select(Refusals.Meaning));
}

public sealed record ProblemListShape(IReadOnlyList<ProblemTypeShape> Problems);
