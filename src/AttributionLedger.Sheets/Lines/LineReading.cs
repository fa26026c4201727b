using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Times;

namespace AttributionLedger.Sheets.Lines;

/// <summary>One line while it is read: where its errors gather, and what it may ask of the world around it.</summary>
/// <param name="noun">What the writer sees it as, and what errors call it: a line, or the body of a request.</param>
/// <param name="party">The party that a label means; null where nobody gave labels a meaning, so that none may stand.</param>
internal sealed class LineReading(string noun, int line, Func<Label, PartyId>? party, Func<IncidentId, string?> zoneOfIncident)
{
    private static readonly IReadOnlySet<string> FieldsOfUnnamed = new HashSet<string>
    {
        "entry", "label", "description", "plural", "under", "noted", "id", "name", "identity", "aliases"
    };

    private readonly List<SheetError> errors = [];

    public int Line => line;
    public string Noun => noun;
    public bool TakesLabels => party is not null;

    /// <summary>What is wrong with the line, in the order in which it was found.</summary>
    public Listing<SheetError> Errors => errors.Select(error => MayName(error.Field) ? error : error with { Field = null }).ToListing();

    public bool IsSound => errors.Count == 0;

    /// <summary>Fields that stand in the address, which nobody is told to write.</summary>
    public IReadOnlyCollection<string> Addressed { get; init; } = [];

    /// <summary>The line is about a source that is protected, or speaks of one: no error repeats anything that it holds.</summary>
    public bool IsDiscreet { get; set; }

    /// <summary>The line is the one that introduces a protected source: not even the name of a strange field is repeated.</summary>
    public bool IsUnnamed { get; set; }

    /// <summary>The zone in which times without one of their own are read.</summary>
    public string Zone { get; private set; } = Zones.Utc;

    public void Refuse(string? field, string code, string message) => errors.Add(new(line, field, code, message));

    public PartyId Resolve(Label label) => party!(label);

    /// <summary>An error of the whole, whose code begins with what it is: <c>line-not-json</c>, <c>body-not-json</c>.</summary>
    public void RefuseWhole(string ending, string message) => Refuse(null, $"{noun}-{ending}", message);

    /// <summary>Reads the times that follow in <paramref name="zone"/>; one that is not known is an error of the entry that says it.</summary>
    public void ReadTimesIn(string? zone) => Zone = Zones.Read(zone) is ZoneReading.Read read ? read.Id : Zones.Utc;

    /// <summary>Reads the times that follow in the zone of <paramref name="incident"/>.</summary>
    public void ReadTimesIn(IncidentId incident) => ReadTimesIn(zoneOfIncident(incident));

    private bool MayName(string? path) => !IsUnnamed || path is null || FieldsOfUnnamed.Contains(path);
}
