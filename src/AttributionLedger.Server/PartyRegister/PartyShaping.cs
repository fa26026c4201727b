using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.PartyRegister;

/// <summary>Turns a party, as it is known now or was at a moment, into its shape for one audience.</summary>
/// <param name="register">As known at the same moment.</param>
internal sealed class PartyShaping(Register register, Audience audience)
{
    private bool IsInternal => audience == Audience.Internal;

    /// <summary>Of an unnamed source there is its description, for the desk.</summary>
    public static PartyCardShape Unnamed(Party party) =>
        new(party.Id, party.Registration.Name, party.Kind, party.Registration.Plural, Audience.Internal, [], [], null, [], null, []);

    /// <param name="own">The ids that it goes by; the first is its own.</param>
    /// <param name="shown">The parties that the reading shows.</param>
    public PartyCardShape Card(Party party, IReadOnlyList<string> own, IReadOnlySet<string> shown) => new(
        party.Id, ListedParty.Names(party).Last(), party.Kind, party.Registration.Plural, audience, [.. Names(party)], [.. ListedParty.Aliases(party).Distinct()],
        IsInternal ? Grade(party) : null,
        [.. party.Affiliations().Where(affiliation => shown.Contains(affiliation.To.Value)).Select(affiliation => Affiliation(affiliation, affiliation.To))],
        party.MergedInto is { } into ? register.Shape(into) : null,
        [.. own.Skip(1).Where(shown.Contains).Select(merged => new PartyShape(merged, register.Name(PartyId.Of(merged)), register.Kind(PartyId.Of(merged))))]);

    /// <param name="other">The end that is shown.</param>
    public AffiliationShape Affiliation(Affiliation affiliation, PartyId other) =>
        new(affiliation.Id.Value, affiliation.Link, register.Shape(other), IsInternal ? affiliation.Counts : null, affiliation.From, affiliation.Until);

    public static AppearanceShape Appearance(Incident incident, bool asked, bool named, DateTimeOffset? lastSpoke) =>
        new(incident.Id, incident.Headline, incident.Invented, incident.Closed, lastSpoke is not null, asked, named, lastSpoke);

    private IEnumerable<PartyNameShape> Names(Party party) => party.Facts.Select(fact => fact.Fact switch
    {
        PartyRegistered e => new PartyNameShape(e.Name, IsInternal ? fact.At : null, null),
        PartyRenamed e => new PartyNameShape(e.Name, IsInternal ? fact.At : null, IsInternal ? e.Reason : null),
        _ => null
    }).OfType<PartyNameShape>();

    private static PartyGradeShape? Grade(Party party) =>
        party.Facts.LastOrDefault(fact => fact.Fact is PartyGraded) is { Fact: PartyGraded e } graded ? new(e.Reliability, e.Reason, graded.At) : null;
}
