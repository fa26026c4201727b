namespace AttributionLedger.CommandLine;

/// <summary>What a command ends with. Scripts rely on them.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    /// <summary>The input was refused (a sheet with errors), or <c>verify</c> found differences.</summary>
    public const int Refused = 1;
    /// <summary>The command line itself was wrong: an unknown option, a moment that cannot be read.</summary>
    public const int Usage = 2;
    /// <summary>What was asked for is not on record, or the file is not there.</summary>
    public const int NotFound = 3;
    /// <summary>PostgreSQL cannot be had or reached.</summary>
    public const int NoPostgres = 4;
    /// <summary>A fault of the product.</summary>
    public const int Fault = 70;
    /// <summary>Interrupted from the keyboard, or told to stop.</summary>
    public const int Interrupted = 130;
}
