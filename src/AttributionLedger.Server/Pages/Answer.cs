using AttributionLedger.Basics;

namespace AttributionLedger.Pages;

/// <summary>What came of a question that can be put wrongly.</summary>
public abstract record Answer<TShape>
{
    private Answer() { }

    public sealed record Given(TShape Shape) : Answer<TShape>;

    public sealed record Refused(Rejection Rejection) : Answer<TShape>;

    public static implicit operator Answer<TShape>(TShape shape) => new Given(shape);
    public static implicit operator Answer<TShape>(Rejection rejection) => new Refused(rejection);
}
