using System.Globalization;
using System.IO.Compression;
using System.Text;
using AttributionLedger.Sheets;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

/// <summary>What is no body of an entry is refused before anybody looks for an entry in it.</summary>
public class RefusingABody(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    private const string Statement = """{"id":"new","by":"brigade","said":"2023-03-05","stances":[{"stance":"asserts","claim":"k1"}]}""";

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonx")]
    [InlineData("application/merge-patch+json")]
    [InlineData("json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json, text/plain")]
    public async Task of_another_type_is_told_which_one_is_taken(string? type) =>
        (await desk.RefuseAsync(Bytes(Statement), type)).ShouldRefuse(415, "media-type-not-taken", "Content-Type");

    [Fact]
    public async Task that_is_compressed_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Bytes(Statement));
        foreach (var encoding in new[] { "gzip", "br", "identity, gzip" })
            (await desk.RefuseAsync(packed.ToArray(), more: request => request.Content!.Headers.TryAddWithoutValidation("Content-Encoding", encoding))).ShouldRefuse(415, "media-type-not-taken", "Content-Type");
    }

    [Theory]
    [InlineData("", "body-not-json")]
    [InlineData("   ", "body-not-json")]
    [InlineData("harbour", "body-not-json")]
    [InlineData("""{"id":"cut in the mid""", "body-not-json")]
    [InlineData("""{"id":"new",}""", "body-not-json")]
    [InlineData("""{'id':'new'}""", "body-not-json")]
    [InlineData("""{"id":"new"}{"id":"new"}""", "body-not-json")]
    [InlineData("""{"id":"new"} trailing""", "body-not-json")]
    [InlineData("""{"id":NaN}""", "body-not-json")]
    [InlineData("""{"id":01}""", "body-not-json")]
    [InlineData("/* a comment */ {}", "body-not-json")]
    [InlineData("\ufeff{}", "body-not-json")]
    [InlineData("[]", "body-not-object")]
    [InlineData("""[{"id":"new"}]""", "body-not-object")]
    [InlineData("7", "body-not-object")]
    [InlineData("null", "body-not-object")]
    [InlineData("\"id\"", "body-not-object")]
    public async Task that_is_no_object_of_json_is_refused_as_a_whole(string body, string code) => (await desk.RefuseAsync(Bytes(body))).ShouldRefuse(400, code, null);

    [Fact]
    public async Task in_another_encoding_is_refused_and_never_thrown()
    {
        (await desk.RefuseAsync([.. Bytes("""{"id":"""), 0xE9, .. Bytes("\"}")])).ShouldRefuse(400, "body-not-utf8", null);
        (await desk.RefuseAsync(Encoding.Unicode.GetBytes(Statement))).ShouldBe(400);
        (await desk.RefuseAsync([0xC0, 0xAF])).ShouldRefuse(400, "body-not-utf8", null);
        (await desk.RefuseAsync([0xED, 0xA0, 0x80])).ShouldRefuse(400, "body-not-utf8", null);
        (await desk.RefuseAsync([0])).ShouldBe(400);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(100_000)]
    public async Task that_is_nested_without_end_is_refused(int depth) =>
        (await desk.RefuseAsync(Bytes($$"""{"x":{{new string('[', depth)}}{{new string(']', depth)}}}"""))).ShouldRefuse(400, "body-too-deep", null);

    [Theory]
    [InlineData("""{"id":"new","id":"other"}""", "id")]
    [InlineData("""{"id":"new","\u0069d":"other"}""", "id")]
    [InlineData("""{"id":"new","by":"brigade","said":"2023","stances":[{"stance":"comments","stance":"asserts"}]}""", "stances[0].stance")]
    [InlineData("""{"id":"new","words":{"form":"verbatim","text":"a","text":"b"}}""", "words.text")]
    public async Task with_a_field_twice_is_refused(string body, string field) => (await desk.RefuseAsync(Bytes(body))).ShouldRefuse(400, "field-repeated", field);

    [Theory]
    [InlineData("""{"id":"a\u0000b"}""", "text-null-character", "id")]
    [InlineData("""{"id":"a\ud800b"}""", "text-lone-surrogate", "id")]
    [InlineData("""{"id":"a\udc00\ud800b"}""", "text-lone-surrogate", "id")]
    [InlineData("""{"setting":{"via":["a","\ud800"]}}""", "text-lone-surrogate", "setting.via[1]")]
    [InlineData("""{"\ud800":1}""", "text-lone-surrogate", null)]
    public async Task with_texts_that_cannot_be_stored_is_refused(string body, string code, string? field) => (await desk.RefuseAsync(Bytes(body))).ShouldRefuse(400, code, field);

    [Fact]
    public async Task that_is_larger_than_an_entry_is_refused_however_it_comes()
    {
        var padding = new string(' ', SheetLines.LineLimit - Statement.Length);
        var tooLarge = Bytes(Statement + padding + " ");
        // Who is refused by the length alone is not heard out, and may fail while sending, before the answer is read, unless it asks first.
        foreach (var body in new[] { tooLarge, Bytes(Statement + padding + padding + padding) })
            (await desk.RefuseAsync(body, more: request => request.Headers.ExpectContinue = true)).ShouldRefuse(413, "body-too-large", null);
        (await desk.RefuseAsync(tooLarge, more: request => request.Headers.TransferEncodingChunked = true)).ShouldRefuse(413, "body-too-large", null);
        // As large as is taken is read, and refused for what it says.
        (await desk.RefuseAsync(Bytes(Statement.Replace("k1", "k9", StringComparison.Ordinal) + padding))).ShouldRefuse(422, "claim-unknown", "stances[0].claim");
    }

    [Fact]
    public async Task that_ends_before_its_length_is_no_entry()
    {
        using var client = await RawClient.ConnectAsync(desk.Served.Address);
        await client.SendAsync($"{Head(Statement.Length + 10)}{Statement}");
        client.EndSending();
        await client.GoneAsync();
        (await desk.Http.GetAnswerAsync("/health")).ShouldBe(200);
        await desk.ShouldBeUnchangedAsync();
    }

    [Fact]
    public async Task whose_sender_leaves_in_its_middle_is_no_entry()
    {
        for (var length = 0; length < Statement.Length; length += 20)
        {
            using var client = await RawClient.ConnectAsync(desk.Served.Address);
            await client.SendAsync($"{Head(Statement.Length)}{Statement[..length]}");
            client.Break();
        }
        (await desk.Http.GetAnswerAsync("/health")).ShouldBe(200);
        await desk.ShouldBeUnchangedAsync();
    }

    [Theory]
    [InlineData("5\r\n{\"id\"\r\nnonsense")]
    [InlineData("-1\r\n")]
    [InlineData("FFFFFFFFFFFFFFFF\r\n{}")]
    public async Task whose_chunks_are_nonsense_is_refused(string chunks)
    {
        using var client = await RawClient.ConnectAsync(desk.Served.Address);
        await client.SendAsync($"POST /api/parties HTTP/1.1\r\nHost: {desk.Served.Address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
        (await client.HearAsync()).ShouldStartWith("HTTP/1.1 400");
        await desk.ShouldBeUnchangedAsync();
    }

    private string Head(int length) => string.Create(CultureInfo.InvariantCulture,
        $"POST /api/incidents/quay/statements HTTP/1.1\r\nHost: {desk.Served.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
