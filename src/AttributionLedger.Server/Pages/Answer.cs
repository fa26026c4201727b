using AttributionLedger.Basics;

namespace AttributionLedger.Pages;

/// <summary>What came of a question that can be put wrongly.</summary>
public abstract record Answer<TShape>
{
    private Answer() { }

    public sealed record Given(TShape Shape) : Answer<TShape>;

    public sealed record Refused(Rejection Rejection) : Answer<TShape>;

    /// <summary>Goes on with what was given; what was refused stays refused.</summary>
    public async Task<Answer<TNext>> ThenAsync<TNext>(Func<TShape, Task<Answer<TNext>>> next) => this switch
    {
        Given given => await next(given.Shape),
        Refused refused => refused.Rejection,
        _ => throw new InvalidOperationException("A question was neither answered nor refused.")
    };

    public static implicit operator Answer<TShape>(TShape shape) => new Given(shape);
    public static implicit operator Answer<TShape>(Rejection rejection) => new Refused(rejection);
}
