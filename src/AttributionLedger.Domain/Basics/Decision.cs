namespace AttributionLedger.Basics;

/// <summary>Why a command was refused: a stable code for programs, the field at fault, and a sentence for people that says what to do.</summary>
/// <param name="Code">Kebab-case, stable for ever; the documented list of errors is keyed by it.</param>
/// <param name="Field">The field of the entry at fault, as a path such as <c>stances[1].claim</c>; null when it is the whole entry.</param>
/// <param name="Message">What was wrong and what to do, without any word that could identify a source.</param>
public sealed record Rejection(string Code, string? Field, string Message);

/// <summary>What a decision came to: facts to append (none, when they are all on record already), or the reasons for refusing.</summary>
public sealed record Decision<TFact>
{
    private Decision(Listing<TFact> facts, Listing<Rejection> rejections) => (Facts, Rejections) = (facts, rejections);

    public Listing<TFact> Facts { get; }
    public Listing<Rejection> Rejections { get; }
    public bool IsRefused => Rejections.Count > 0;

    /// <summary>There is nothing new in the command: it was carried out before.</summary>
    public static Decision<TFact> Nothing { get; } = new([], []);

    public static Decision<TFact> Of(IEnumerable<TFact> facts) => new(facts.ToListing(), []);
    public static Decision<TFact> Refused(IEnumerable<Rejection> rejections) => new([], rejections.ToListing());
    public static implicit operator Decision<TFact>(Rejection rejection) => Refused([rejection]);
}

/// <summary>How a command compares with what the record holds under the same id.</summary>
public enum Repetition
{
    /// <summary>The id is new.</summary>
    New,
    /// <summary>The id is on record with exactly this content: repeating it is harmless and changes nothing.</summary>
    Same,
    /// <summary>The id is on record with other content: one of the two is a mistake, and nothing is overwritten.</summary>
    Different
}
