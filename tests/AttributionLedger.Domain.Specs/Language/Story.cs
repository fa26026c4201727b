using AttributionLedger.Basics;
using AttributionLedger.Incidents.Commands;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>A story as a spec registers it.</summary>
public sealed class Story : IncidentStep
{
    private string? published, url;
    private Listing<Basics.EntryId>? statements;
    private Clock clock;

    public Story(string id) : base((scene, step) => ((Story)step).Command(scene)) => Id = id;

    public Story At(string time) { published = time; return this; }
    public Story Under(string address) { url = address; return this; }
    public Story On(params string[] entries) { statements = entries.Select(Basics.EntryId.Of).ToListing(); return this; }
    public Story ByTheNotebook() { clock = Clock.Noted; return this; }

    private RegisterPublication Command(Scene scene) =>
        new(EntryId(scene), "A story", url ?? $"https://example.org/{Id}", scene.World(published) ?? scene.World(When.Edtf(scene.Now))!, statements, clock);
}
