using AttributionLedger.Basics;

namespace AttributionLedger.Incidents.Commands;

internal static class OtherIncident
{
    public static IEnumerable<Rejection> Refusals(Incident incident, IRecord record, IncidentId other, string field)
    {
        if (other.Value == incident.Id) yield return new("incident-itself", field, "This is the incident itself; name the other one.");
        else if (!record.Holds(other)) yield return new("incident-unknown", field, $"No incident {other} is open.");
    }
}
