using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;
using static AttributionLedger.Server.Tests.Spreadsheets.Looking;

namespace AttributionLedger.Server.Tests.Spreadsheets;

/// <summary>The same file at the command line and over HTTP.</summary>
public class ImportingASpreadsheet(SharedPostgres postgres) : IDisposable
{
    private const string Map = """{"defaults": {"incident": "quay"}, "columns": {"Remarks": "ignore"}}""";

    private static readonly byte[] Odd = Bytes("Who;When;Reaction;Remarks", "The brigade;3/4/2023;denied;x", "Nobody Known;2023-03-05;shrugged;");
    private static readonly byte[] Sound = Bytes("Who;When;Reaction;Remarks", "The brigade;5 March 2023;no comment;x");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private async Task<ApiHost> HostAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        return await ApiHost.OverAsync(ledger);
    }

    private static HttpContent File64(byte[] file, string map) => new StringContent($$"""{"base64": "{{Convert.ToBase64String(file)}}", "map": {{map}}}""", Encoding.UTF8, "application/json");

    [Fact]
    public async Task tells_the_same_either_way()
    {
        await using var host = await HostAsync();
        foreach (var file in new[] { Odd, Sound })
        {
            var printed = await host.Ledger.RunAsync("import", In("a.csv", file), "--map", In("map.json", Encoding.UTF8.GetBytes(Map)), "--dry-run", "--json");
            using var answer = await host.Http.PostAsync("/api/import/table/look", File64(file, Map));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            JsonElement.DeepEquals(printed.Json, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement).ShouldBeTrue($"{printed.Output}\n{await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task over_http_writes_only_where_it_is_told_to()
    {
        await using var host = await HostAsync();
        var before = await host.Ledger.Database.EventsAsync();
        (await host.Http.PostAsync("/api/import/table/look", File64(Sound, Map))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Http.PostAsync("/api/import/table", File64(Odd, Map))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.Ledger.Database.EventsAsync()).ShouldBe(before);
        (await host.Http.PostAsync("/api/import/table", File64(Sound, Map))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Ledger.Database.EventsAsync()).ShouldBe(before + 2);
    }

    [Theory]
    [InlineData("text/csv", HttpStatusCode.OK)]
    [InlineData("text/csv; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("text/tab-separated-values", HttpStatusCode.OK)]
    [InlineData("application/octet-stream", HttpStatusCode.OK)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task takes_a_file_as_it_is_and_no_form(string type, HttpStatusCode status)
    {
        await using var host = await HostAsync();
        var content = new ByteArrayContent(Bytes("incident,by,said,stance", "quay,brigade,2023-03-05,comments")) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        (await host.Http.PostAsync("/api/import/table", content)).StatusCode.ShouldBe(status);
    }

    /// <summary>The charset of the header, how the file is saved, and what comes of it: the encoding that is read, or a problem.</summary>
    public static TheoryData<string, string, string> Charsets => new()
    {
        { "utf-8", "utf-8", "utf-8" }, { "UTF-8", "utf-8", "utf-8" }, { "\"utf-8\"", "utf-8", "utf-8" }, { "us-ascii", "utf-8", "utf-8" },
        { "windows-1256", "windows-1256", "windows-1256" }, { "cp1256", "windows-1256", "windows-1256" }, { "ISO-8859-1", "iso-8859-1", "iso-8859-1" }, { "latin1", "iso-8859-1", "iso-8859-1" },
        { "shift_jis", "shift_jis", "shift_jis" }, { "utf-16le", "utf-16le", "utf-16le" }, { "utf-16be", "utf-16be", "utf-16be" },
        { "utf-16", "utf-16le", "utf-16le" }, { "utf-16", "utf-16be", "utf-16be" }, { "utf-16", "utf-16le with mark", "utf-16le" }, { "utf-16", "utf-16be with mark", "utf-16be" },
        { "utf-16", "utf-8", "400 charset-contradicted" }, { "windows-1252", "utf-8 with mark", "400 charset-contradicted" }, { "utf-16be", "utf-16le with mark", "400 charset-contradicted" },
        { "utf-8", "utf-16le with mark", "400 charset-contradicted" }, { "klingon", "utf-8", "415 charset-unknown" }, { "utf-7", "utf-8", "415 charset-unknown" }, { "\"\"", "utf-8", "415 charset-unknown" },
        { "utf-8", "windows-1256", "encoding-broken" }
    };

    [Theory, MemberData(nameof(Charsets))]
    public async Task goes_by_the_charset_of_a_file(string charset, string saved, string outcome)
    {
        const string words = "لم نحرق";
        await using var host = await HostAsync();
        var encoding = saved.Split(' ')[0] switch { "utf-16le" => new UnicodeEncoding(false, true), "utf-16be" => new UnicodeEncoding(true, true), "utf-8" => new UTF8Encoding(true), var name => Encoding.GetEncoding(name) };
        var said = saved is "iso-8859-1" ? "Brûlé" : saved is "shift_jis" ? "燃えた" : words;
        byte[] file = [.. saved.EndsWith("with mark", StringComparison.Ordinal) ? encoding.GetPreamble() : [], .. encoding.GetBytes($"incident,by,said,stance,form,words\r\nquay,brigade,2023-03-05,comments,verbatim,{said}\r\n")];
        using var answer = await host.Http.PostAsync("/api/import/table/look", new ByteArrayContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse($"text/csv; charset={charset}") } });
        var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (outcome.Contains(' ')) $"{(int)answer.StatusCode} {report.GetProperty("code").GetString()}".ShouldBe(outcome);
        else if (outcome == "encoding-broken") report.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(outcome);
        else
        {
            report.GetProperty("encoding").GetString().ShouldBe(outcome);
            report.GetProperty("first")[0].GetProperty("entry").GetProperty("words").GetProperty("text").GetString().ShouldBe(said);
            report.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("code").GetString()).ShouldNotContain("encoding-assumed");
        }
    }

    [Fact]
    public async Task that_comes_as_text_is_not_read_in_the_encoding_that_its_file_had()
    {
        await using var host = await HostAsync();
        var body = JsonSerializer.Serialize(new { text = "incident,by,said,stance,form,words\nquay,brigade,2023-03-05,comments,verbatim,Brûlé\n", map = new { encoding = "windows-1252" } });
        using var answer = await host.Http.PostAsync("/api/import/table/look", new StringContent(body, Encoding.UTF8, "application/json"));
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("first")[0].GetProperty("entry").GetProperty("words").GetProperty("text").GetString().ShouldBe("Brûlé");
    }

    [Theory]
    [InlineData("""["text"]""", "body-not-object")]
    [InlineData("""{"text":""", "body-not-json")]
    [InlineData("""{"text": 1}""", "field-type")]
    [InlineData("""{"base64": "***"}""", "field-type")]
    [InlineData("""{}""", "field-missing")]
    [InlineData("""{"text": "a", "base64": "YQ=="}""", "fields-exclusive")]
    [InlineData("""{"text": "a", "mapping": {}}""", "field-unknown")]
    public async Task refuses_a_body_that_holds_no_file(string body, string code)
    {
        await using var host = await HostAsync();
        using var answer = await host.Http.PostAsync("/api/import/table", new StringContent(body, Encoding.UTF8, "application/json"));
        (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.BadRequest, code));
    }

    [Fact]
    public async Task larger_than_an_entry_may_be_is_taken_and_larger_than_a_table_is_not()
    {
        await using var host = await HostAsync();
        var rows = Enumerable.Range(1, 30_000).Select(i => $"quay,brigade,2023-03-05,sings,words of row {i} and so on and on");
        var large = new ByteArrayContent(Bytes(["incident,by,said,stance,words", .. rows])) { Headers = { ContentType = new("text/csv") } };
        using var answer = await host.Http.PostAsync("/api/import/table/look", large);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.ShouldSatisfyAllConditions(
            report => report.GetProperty("errors").GetArrayLength().ShouldBe(1_000), report => report.GetProperty("truncated").GetBoolean().ShouldBeTrue(), report => report.GetProperty("rows").GetInt32().ShouldBe(30_000));
        var tooLarge = new ByteArrayContent(new byte[48 << 20]) { Headers = { ContentType = new("text/csv") } };
        using var asking = new HttpRequestMessage(HttpMethod.Post, "/api/import/table/look") { Content = tooLarge, Headers = { ExpectContinue = true } };
        (await host.Http.SendAsync(asking)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task at_the_command_line_is_told_from_a_sheet_and_ends_with_its_codes()
    {
        await using var host = await HostAsync();
        var map = In("map.json", Encoding.UTF8.GetBytes(Map));
        (await host.Ledger.RunAsync("import", In("odd.txt", Odd), "--map", map)).ShouldEndWith(1).Error.ShouldContain("odd.txt, row 2, B When (3/4/2023)");
        (await host.Ledger.RunAsync("import", In("none.csv", []))).ShouldEndWith(1).Error.ShouldContain("[table-empty]");
        (await host.Ledger.RunAsync("import", In("sheet.txt", Encoding.UTF8.GetBytes("# remarks\n" + Line.Party("new"))))).ShouldEndWith(0).Output.ShouldContain("1 new");
        (await host.Ledger.RunAsync("import", In("sheet.csv", Encoding.UTF8.GetBytes(Line.Party("newer"))), "--as-sheet")).ShouldEndWith(0).Output.ShouldContain("1 new");
        (await host.Ledger.RunAsync("import", In("table.jsonl", Sound), "--as-table", "--map", map)).ShouldEndWith(0).Output.ShouldContain("1 new");
        (await host.Ledger.RunAsync("import", map, "--as-table", "--as-sheet")).ShouldEndWith(2);
    }

    [Fact]
    public async Task shows_and_saves_a_mapping_that_can_be_given_back()
    {
        await using var host = await HostAsync();
        var (file, saved) = (In("odd.csv", Bytes("Who;When;Reaction", "The brigad;3/4/2023;denied")), Path.Combine(folder.FullName, "saved.json"));
        var shown = await host.Ledger.RunAsync("import", file, "--show-map", "--save-map", saved);
        shown.ShouldEndWith(1).Json.GetProperty("defaults").GetProperty("incident").ValueKind.ShouldBe(JsonValueKind.Null);
        var answered = File.ReadAllText(saved).Replace("\"incident\": null", "\"incident\": \"quay\", \"claim id\": \"k2\"");
        var asked = (await host.Ledger.RunAsync("import", file, "--map", In("map.json", Encoding.UTF8.GetBytes(answered)), "--show-map")).ShouldEndWith(1).Json;
        asked.GetProperty("dates").ValueKind.ShouldBe(JsonValueKind.Null);
        var whole = asked.GetRawText().Replace("\"dates\": null", "\"dates\": \"day-first\"").Replace("\"The brigad\": null", "\"The brigad\": \"brigade\"");
        (await host.Ledger.RunAsync("import", file, "--map", In("map.json", Encoding.UTF8.GetBytes(whole)))).ShouldEndWith(0).Output.ShouldContain("1 new");
    }
}
