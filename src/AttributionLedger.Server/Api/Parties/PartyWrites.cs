using AttributionLedger.Api.Writing;

namespace AttributionLedger.Api.Parties;

/// <summary>The writes of the register.</summary>
internal static class PartyWrites
{
    private const string Party = "/api/parties/{party}";

    public static void Map(IEndpointRouteBuilder app) => app.MapWrites("Parties",
        new("RegisterParty", "/api/parties", "party", "Register somebody who can speak or be named"),
        new("RenameParty", $"{Party}/names", "rename", "Give a party a new name", Changing.Party),
        new("AddAlias", $"{Party}/aliases", "alias", "Add another name, in any script"),
        new("RecordAffiliation", $"{Party}/affiliations", "affiliation", "Record in whose name a party may answer, or to whom it belongs"),
        new("EndAffiliation", $"{Party}/affiliations/{{affiliation}}/end", "affiliation-ended", "Record when an affiliation ended", Changing.Party),
        new("StrikeAffiliation", $"{Party}/affiliations/{{affiliation}}/strike", "strike-affiliation", "Strike an affiliation that never was", Changing.Party),
        new("GradeParty", $"{Party}/grades", "grade", "Grade the reliability of a party", Changing.Party),
        new("MergeParty", $"{Party}/merge", "merge-party", "Record that two parties are the same", Changing.Party),
        new("SplitParty", $"{Party}/split", "split-party", "Undo a merge", Changing.Party));
}
