using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>
/// That a party spoke on an incident, and how often: what a party's profile is made of. There is none of an unnamed source,
/// whom nobody must be able to follow from one incident to another.
/// </summary>
/// <param name="Last">UTC, when its last statement was recorded.</param>
public sealed record AppearanceRow(string Id, string Party, string Incident, int Statements, DateTimeOffset Last)
{
    public static string IdOf(string incident, PartyId party) => $"{party}/{incident}";

    /// <summary>Who is seen to speak in <paramref name="fact"/>.</summary>
    public static IEnumerable<PartyId> Seen(IncidentEvent fact) =>
        fact is StatementLogged logged ? logged.Statement.By.Where(party => !Identity.IsMinted(party)) : [];

    public static AppearanceRow After(AppearanceRow? row, string incident, PartyId party, DateTimeOffset known) =>
        row is null ? new(IdOf(incident, party), party.Value, incident, 1, known) : row with { Statements = row.Statements + 1, Last = known };
}
