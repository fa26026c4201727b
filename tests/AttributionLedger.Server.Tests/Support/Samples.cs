namespace AttributionLedger.Server.Tests.Support;

/// <summary>The sheets that ship with the product.</summary>
internal static class Samples
{
    public static string[] Article => File.ReadAllLines(ArticlePath);
    public static string[] Invented => File.ReadAllLines(InventedPath);
    public static string ArticlePath => In("kharab-al-jir.jsonl");
    public static string InventedPath => In("harbour-fire.jsonl");

    public static readonly string[] ArticleIncidents = ["kharab-al-jir", "iraq-base-explosion", "jordan-drone", "us-strikes", "winter-attacks"];
    public static readonly string[] InventedIncidents = ["harbour-fire", "oil-pier-blast", "sluice-gate", "harbour-smoke"];
    public static IEnumerable<string> Incidents => ArticleIncidents.Concat(InventedIncidents);

    private static string In(string file) => Path.Combine(AppContext.BaseDirectory, "samples", file);
}
