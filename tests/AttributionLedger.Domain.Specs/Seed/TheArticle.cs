using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Statements.ClaimKind;

namespace AttributionLedger.Domain.Specs.Seed;

/// <summary>The parties of the article that the product was conceived from, and what they said in it; nothing is invented here.</summary>
internal static class Article
{
    public static readonly Someone Paper = new("paper", PartyKind.Outlet), Afp = new("afp", PartyKind.Outlet);
    public static readonly Someone MediaUnit = new("media-unit", PartyKind.Office), Official = new("unnamed-ninawa", PartyKind.Unnamed, name: "an official in Ninawa province");
    public static readonly Someone Osdh = new("osdh"), Rahmane = new("rahmane", PartyKind.Person);
    public static readonly Someone Iri = new("iri", PartyKind.ArmedGroup), ProIran = new("pro-iran", PartyKind.ArmedGroup), Outlaws = new("outlaws", PartyKind.Described);
    public static readonly Someone Officials = new("unnamed-security", PartyKind.Unnamed, plural: true, name: "security officials");
    public static readonly Someone Us = new("us", PartyKind.State), Centcom = new("centcom");
    public static readonly Someone Israel = new("israel", PartyKind.State), IsraeliArmy = new("israeli-army");

    /// <summary>An incident of which all is as published and said within these days, local to Baghdad.</summary>
    public static Scene Told(string said, params Speech[] statements) =>
        Scene.In("Asia/Baghdad", [Rahmane.SpeaksFor(Osdh), Centcom.SpeaksFor(Us), IsraeliArmy.IsPartOf(Israel), .. statements.Select(s => s.Under(GroundRule.AsPublished).SaidAt(said))]);
}

/// <summary>Rockets at a coalition base in Syria, evening of 2024-04-21.</summary>
public class RocketsAtKharabAlJir
{
    private static readonly Proposition K1 = new("k1", Occurrence), K2 = new("k2", Target), K3 = new("k3", Origin), K4 = new("k4", Origin, Broader: K3),
        K5 = new("k5", Other), K6 = new("k6", Damage), K7 = new("k7", Means), K8 = new("k8", Responsibility, Article.Outlaws), K9 = new("k9", Responsibility, Article.Iri),
        K10 = new("k10", Other), K11 = new("k11", Other);

    private static Scene Evening() => Article.Told("2024-04-21/2024-04-22",
        Article.MediaUnit.Asserts(K1).AndAsserts(K5).AndAccuses(K8).AndAsserts(K10),
        Article.Official.Confirms(K1).AndAsserts(K4),
        Article.Rahmane.Asserts(K1).AndAsserts(K2).AndAsserts(K3).AndAsserts(K6).AskedBy(Article.Afp),
        Article.Rahmane.Asserts(K7).With(Strength.Implied),
        Article.Osdh.Accuses(K9),
        Article.Paper.Asserts(K1).AndAsserts(K3).AndAsserts(K11));

    [Fact] public void is_accused() => Evening().ThenStatus("accused by 1: iri").ForPublication().ThenStatus("accused by 1: iri");

    [Fact] public void accuses_iri_by_one_and_does_not_record_whether_it_was_asked() =>
        Evening().ThenReads(Article.Iri, "accused by 1, not recorded whether asked").ThenWarns("accused-not-asked");

    [Fact] public void names_the_outlaws_who_do_not_compete() => Evening().ThenReads(Article.Outlaws, "accused by 1, not recorded whether asked");

    [Fact] public void has_two_sources_of_its_origin_one_of_them_unnamed() =>
        Evening().ThenClaim(K3, "2 support, stated as fact by paper").ThenClaim(K4, "1 support")
            .Then(reading => reading.Claims.ShouldAllBe(claim => claim.Independence.Count == 0))
            .ForPublication().ThenClaim(K3, "2 support, stated as fact by paper");

    [Fact] public void has_three_sources_of_what_happened() => Evening().ThenClaim(K1, "3 support, stated as fact by paper");

    [Fact] public void tells_the_rest_as_it_was_told() =>
        Evening().ThenClaim(K2, "1 support").ThenClaim(K5, "1 support").ThenClaim(K6, "1 support").ThenClaim(K10, "1 support").ThenClaim(K11, "stated as fact by paper");

    [Fact] public void shows_whose_drone_it_was_without_counting_it() =>
        Evening().ThenClaim(K7, "nobody").Then(reading => reading.Claims.Single(c => c.Claim.Id == K7.Key).Positions.Count.ShouldBe(1)).ThenReads(Article.ProIran, "no standing");

    [Fact] public void counts_the_director_and_the_observatory_once() =>
        Evening().When(Article.Rahmane.Accuses(K9).Hedged()).ThenReads(Article.Iri, "accused by 1, not recorded whether asked");
}

/// <summary>An explosion on a military base in Iraq, early on 2024-04-20.</summary>
public class ExplosionOnABaseInIraq
{
    private static readonly Proposition B1 = new("b1", Occurrence), B2 = new("b2", Means), B3 = new("b3", Target), B4 = new("b4", Casualties, Figures: [new("dead", 1, 1), new("injured", 8, 8)]),
        B5 = new("b5", Responsibility, Article.Us);

    private static Scene Morning() => Article.Told("2024-04-20/2024-04-22",
        Article.Paper.Asserts(B1).AndAsserts(B4), Article.Officials.Asserts(B2).AndAsserts(B3),
        Article.Centcom.Denies(B5), Article.IsraeliArmy.DeclinesToComment().AskedBy(Article.Afp));

    [Fact] public void is_unattributed() => Morning().ThenStatus("unattributed").ForPublication().ThenStatus("unattributed");

    [Fact] public void does_not_accuse_the_united_states_which_deny_any_involvement() => Morning().ThenReads(Article.Us, "not accused, denies any involvement");

    [Fact] public void has_the_israeli_army_decline_to_comment_and_makes_israel_no_suspect() =>
        Morning().ThenReads(Article.IsraeliArmy, "no standing, declined to comment").ThenReads(Article.Israel, "no standing")
            .Then(reading => reading.Standings.Single().Actor.ShouldBe(Article.Us.Key));

    [Fact] public void counts_the_security_officials_once() => Morning().ThenClaim(B2, "1 support").ThenClaim(B3, "1 support");

    [Fact] public void has_its_figures_from_the_paper_alone() =>
        Morning().ThenClaim(B4, "stated as fact by paper").Then(reading => reading.Claims.Single(c => c.Claim.Id == B4.Key).Figures.Select(f => f.Figure.ToString()).ShouldBe(["dead: 1", "injured: 8"], ignoreOrder: true));
}

/// <summary>What the article tells of the months before.</summary>
public class MonthsBefore
{
    [Fact] public void leave_the_drone_in_jordan_unattributed() =>
        Article.Told("../2024-04-22", Article.Paper.Asserts(new Proposition("drone-attack", Occurrence)).AndAsserts(new Proposition("three-killed", Casualties, Figures: [new("killed", 3, 3)])))
            .ThenStatus("unattributed").Then(reading => reading.Standings.ShouldBeEmpty());

    [Fact] public void leave_the_strikes_after_it_stated_as_fact_by_the_paper() =>
        Article.Told("../2024-04-22", Article.Paper.Asserts(Article.Us))
            .ThenStatus("unattributed, stated as fact by paper").ThenReads(Article.Us, "not accused, not recorded whether asked");

    [Fact] public void leave_the_attacks_of_the_winter_stated_as_fact_by_the_paper_and_take_no_comment_for_a_claim() =>
        Article.Told("../2024-04-22", Article.Paper.Asserts(Article.ProIran).AndAsserts(Article.Iri), Article.Iri.Comments())
            .ThenStatus("unattributed, stated as fact by paper").ThenReads(Article.Iri, "not accused, not recorded whether asked")
            .ThenReads(Article.ProIran, "not accused, not recorded whether asked").Then(reading => reading.Comments.Single().Party.ShouldBe(Article.Iri.Key));
}
