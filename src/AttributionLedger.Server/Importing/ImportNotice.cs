using AttributionLedger.Duplicates;

namespace AttributionLedger.Importing;

/// <summary>A statement of a sheet that may be one with another line, or with what is on record. It is taken in all the same.</summary>
/// <param name="OtherLine">Where the other stands in the sheet; null where it is only on record.</param>
/// <param name="RelayOf">What the line could say as its <c>relayOf</c> in the place of a link, for it is not on record yet; null where that does not fit.</param>
/// <inheritdoc cref="NoticeShape"/>
public sealed record ImportNotice(int Line, string Incident, Likeness Code, string Statement, string Other, int? OtherLine, string Why, string? RelayOf, IReadOnlyList<OfferShape> Offers);
