using System.Text.RegularExpressions;

namespace AttributionLedger.PrivatePostgres;

/// <summary>A folder with the programs of one version of PostgreSQL, which the server's account has run.</summary>
internal sealed partial record Binaries(string Folder, Version Version)
{
    /// <summary>The oldest whose SQL the ledger speaks.</summary>
    public const int OldestMajor = 15;

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public int Major => Version.Major;
    public string InitDb => Path.Combine(Folder, "initdb");
    public string PgCtl => Path.Combine(Folder, "pg_ctl");
    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>Data is served only by the major version that wrote it; new data gets the highest.</summary>
    public static Binaries? Best(IEnumerable<Binaries> found, int? majorOfData) => found
        .Where(b => majorOfData is { } major ? b.Major == major : b.Major >= OldestMajor)
        .MaxBy(b => b.Version);

    /// <summary>Nothing unless all programs are there and this account can run them.</summary>
    public static async Task<Binaries?> TryAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        if (!Needed.All(program => File.Exists(Path.Combine(folder, program)))) return null;
        var answer = await new ChildProcess(Path.Combine(folder, "postgres"), "--version") { Account = account }.RunAsync(ct);
        return answer.Well && VersionIn(answer.Output) is { } version ? new(folder, version) : null;
    }

    /// <summary>Reads <c>postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)</c>, and 19beta1 as 19.0.</summary>
    public static Version? VersionIn(string answer) =>
        VersionPattern().Match(answer) is { Success: true } match
            ? new(int.Parse(match.Groups[1].Value), match.Groups[2].Success ? int.Parse(match.Groups[2].Value) : 0)
            : null;

    [GeneratedRegex(@"\(PostgreSQL\) (\d{1,3})(?:\.(\d{1,5}))?")]
    private static partial Regex VersionPattern();
}
