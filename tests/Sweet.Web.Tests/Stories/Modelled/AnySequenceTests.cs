using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>
/// Whatever students, Stripe, banks and the clock do, in whatever order: seats and money agree with a small model of them,
/// after every act and once everything has come to rest.
/// </summary>
public sealed class AnySequenceTests : Story
{
    private const int ShortForm = 200;

    // What leads to money comes more often than what goes wrong, so that there is something to go wrong with.
    private static readonly Act[] Weighted =
    [
        .. Enum.GetValues<Act>(), .. Often(Act.RegisterAndPay, 12), .. Often(Act.NewsArrive, 5), .. Often(Act.Withdraw, 5),
        .. Often(Act.BankContests, 4), .. Often(Act.BankTakesBack, 4), .. Often(Act.BankIsOverruled, 3), .. Often(Act.GoToPay, 2), .. Often(Act.Pay, 2),
        .. Often(Act.Register, 1), .. Often(Act.Land, 1), .. Often(Act.PayByBank, 1), .. Often(Act.BankPays, 1), .. Often(Act.StaffRefundPart, 1), .. Often(Act.SendRefunds, 1),
        .. Often(Act.JoinLine, 4), .. Often(Act.OfferSeats, 3), .. Often(Act.TakeOffer, 3),
    ];

    private static readonly Gen<(Act What, int Who)[]> Sequences = Gen.Select(Gen.Int[0, Weighted.Length - 1].Select(at => Weighted[at]), Gen.Int[0, World.Students - 1]).Array[8, 30];

    /// <summary>How many sequences that nobody has played before; null: the same ones each time, so that a change is judged by what it does.</summary>
    private static int? Fresh =>
        int.TryParse(Environment.GetEnvironmentVariable("SWEET_MODEL_SEQUENCES"), CultureInfo.InvariantCulture, out var number) ? number : null;

    [Fact]
    public async Task Seats_and_money_agree_with_the_model()
    {
        Site.With("Stripe:NetworkRetries", "0");
        Site.StandIns.Webhooks.HoldBack();

        if (Fresh is { } count) await Sample(seed: null, count);
        else foreach (var seed in Enumerable.Range(1, ShortForm).Select(n => new PCG(1, (ulong)n).ToString())) await Sample(seed, count: 1);

        var reached = await Site.Db(db => db.Enrollments.Select(e => e.Status).Distinct().ToListAsync());
        var disputes = await Site.Db(db => db.Disputes.Select(d => d.Status).Distinct().ToListAsync());
        Assert.Equal([DisputeStatus.Won, DisputeStatus.Lost], disputes.Order());
        Assert.Equal([EnrollmentStatus.Confirmed, EnrollmentStatus.Expired, EnrollmentStatus.Cancelled], reached.Order());
    }

    /// <summary>A counterexample is told with the seed that finds it again.</summary>
    private Task Sample(string? seed, int count) =>
        Sequences.SampleAsync(Play, seed: seed, iter: count, threads: 1, print: acts => string.Join(", ", acts.Select(a => $"{a.What} {a.Who}")));

    private static IEnumerable<Act> Often(Act act, int times) => Enumerable.Repeat(act, times);

    private async Task Play((Act What, int Who)[] acts)
    {
        var world = await World.Begin(Site, Given);
        foreach (var (what, who) in acts)
        {
            await world.Do(what, who);
            await world.AssertSeatsAgree();
        }

        await world.ComeToRest();
        await world.AssertSeatsAgree();
        await world.AssertMoneyAgrees();
        await world.AssertMailAgrees();
    }
}
