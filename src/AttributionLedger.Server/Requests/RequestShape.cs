using AttributionLedger.Attribution;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Requests;

/// <param name="Next">What to ask with for the requests after these; null when there are none.</param>
public sealed record RequestsShape(string Incident, Audience Reading, IReadOnlyList<RequestShape> Requests, string? Next);

/// <summary>A request for comment, with the answers that the reading holds. Times are UTC.</summary>
/// <param name="Claim">Null where the request was about the incident as a whole.</param>
/// <param name="Deadline">Null in the publishable reading, like the medium and when it was noted: what the desk asked is public, how it went about it is not.</param>
/// <param name="Struck">The desk logged it in error; never so in the publishable reading, which leaves it out.</param>
/// <param name="Pending">No statement that the reading holds, and that was not taken back, names it.</param>
/// <param name="Answers">Statements that name it, as they were recorded: at most <see cref="RequestReader.AnswerLimit"/>.</param>
/// <param name="MoreAnswers">There are more than are listed.</param>
public sealed record RequestShape(
    string Id, string Incident, PartyShape Of, IReadOnlyList<PartyShape> By, string? Claim, TimeShape Asked, TimeShape? Deadline, string? Medium,
    DateTimeOffset Known, DateTimeOffset? Noted, bool Struck, bool Pending, IReadOnlyList<AnswerGivenShape> Answers, bool MoreAnswers);

/// <summary>A statement that answers a request, or says that it was left unanswered.</summary>
public sealed record AnswerGivenShape(string Statement, IReadOnlyList<PartyShape> By, StatementStatus Status, IReadOnlyList<StanceKind> Stances, DateTimeOffset Known);
