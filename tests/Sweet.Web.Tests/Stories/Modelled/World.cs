using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Waitlists;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>One cohort with two seats, three who want one, and what each act makes of it.</summary>
internal sealed class World
{
    public const int Students = 3;

    private const int Seats = 2;
    private const long Part = 10_000;
    private const int RoundsToRest = 6;

    /// <summary>Longer than the deep comparison reaches back: it sees what this sequence made at Stripe, and not that of hundreds before.</summary>
    private static readonly TimeSpan SinceTheOneBefore = TimeSpan.FromDays(36);

    private static readonly TimeSpan UntilDeepComparison = TimeSpan.FromHours(25);

    private static int last;

    private readonly SiteFactory site;
    private readonly Cohort cohort;
    private readonly MoneyModel money;
    private readonly ModelledBank bank;
    private readonly ModelledLine line;
    private readonly ModelledStudent[] students;
    private readonly HashSet<string> cameBack = new(StringComparer.Ordinal);

    private World(SiteFactory site, Cohort cohort)
    {
        this.site = site;
        this.cohort = cohort;
        money = new MoneyModel(cohort, site.StandIns.Stripe);
        bank = new ModelledBank(site.StandIns.Stripe);
        line = new ModelledLine(site, cohort);
        var number = Interlocked.Increment(ref last);
        students = [.. Enumerable.Range(0, Students).Select(n => new ModelledStudent(site.NewVisitor(), site.StandIns.Stripe, $"student{n}.{number}@clinic.example"))];
    }

    public static async Task<World> Begin(SiteFactory site, Given given)
    {
        // What a sequence that failed has left behind is none of the next one's.
        site.StandIns.Faults.Stripe.Clear();
        site.StandIns.Faults.SendGrid.Clear();
        site.StandIns.Webhooks.DropWaiting();
        site.Pass(SinceTheOneBefore);
        return new(site, await given.OpenCohort(Seats, firstClassLocal: DateTime.SpecifyKind(site.Now.Date.AddDays(50).AddHours(19), DateTimeKind.Unspecified)));
    }

    public Task Do(Act what, int who) => what switch
    {
        Act.Register => Register(students[who]),
        Act.RegisterAndPay => RegisterAndPay(students[who]),
        Act.GoToPay => students[who].GoToPay(),
        Act.Pay => students[who].Pay(),
        Act.PayByBank => students[who].PayByBank(),
        Act.BankPays => students[who].BankPays(),
        Act.BankRefuses => students[who].BankRefuses(),
        Act.Land => students[who].Land(),
        Act.GiveBack => students[who].GiveBack(),
        Act.Withdraw => Withdraw(students[who]),
        Act.StaffRefundPart => StaffRefundPart(students[who]),
        Act.BankAsks => Bank(students[who], bank.Asks),
        Act.BankContests => Bank(students[who], bank.Contests),
        Act.BankReviews => Bank(students[who], bank.Reviews),
        Act.BankTakesBack => Bank(students[who], bank.TakesBack),
        Act.BankIsOverruled => Bank(students[who], bank.IsOverruled),
        Act.BankIsPrevented => Bank(students[who], bank.IsPrevented),
        Act.BankGivesIn => Bank(students[who], bank.GivesIn),
        Act.JoinLine => line.Join(students[who]),
        Act.TakeOffer => line.Take(students[who]),
        Act.LeaveLine => line.Leave(students[who]),
        Act.WaitWithLateMoney => students[who].WaitWithLateMoney(),
        Act.HaveLateMoneyBack => students[who].HaveLateMoneyBack(),
        Act.MailArrives => LastMailTo(students[who]) is { } mail ? site.StandIns.MailEvents.Deliver(mail) : Task.CompletedTask,
        Act.MailComesBack => LastMailTo(students[who]) is { } mail ? ComeBack(mail) : Task.CompletedTask,
        _ => Happens(what),
    };

    /// <summary>Faults are over, every bank has decided, and so much time passes that nothing is open any more.</summary>
    public async Task ComeToRest()
    {
        site.StandIns.Faults.Stripe.Clear();
        site.StandIns.Faults.SendGrid.Clear();
        foreach (var student in students) await student.BankPays();
        await bank.GivesInEverywhere();
        site.StandIns.Webhooks.DropWaiting();
        for (var round = 0; round < RoundsToRest; round++)
        {
            // What the first comparison finds paid late may be chosen about for a day.
            await Pass(round < 2 ? UntilDeepComparison : TimeSpan.FromMinutes(45));
            await site.Reconcile();
            await site.EndHolds();
            await site.Tick<OffersWork>();
            await DecideOnAppeals();
            await site.SendRefunds();
            await site.SendMail();
        }
    }

    /// <summary>capacity = live seats + offered + free, by the counters and by the rows.</summary>
    public async Task AssertSeatsAgree()
    {
        var (live, offered, waiting) = (await Live(), await line.Count(WaitlistStatus.Offered), await line.Count(WaitlistStatus.Waiting));
        Assert.InRange(live + offered, 0, Seats);
        Assert.Equal(
            (live + offered, waiting),
            await site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).Select(c => ValueTuple.Create(c.SeatsTaken, c.Waiting)).SingleAsync()));
    }

    public async Task AssertMoneyAgrees()
    {
        var places = await site.Db(db => db.Enrollments.Whole().Where(e => e.CohortId == cohort.Id).ToListAsync());
        foreach (var place in places)
        {
            Assert.Contains(place.Status, (EnrollmentStatus[])[EnrollmentStatus.Confirmed, EnrollmentStatus.Expired, EnrollmentStatus.Cancelled]);
            // Staff who refund in the dashboard behind our back may leave too little for what was promised: then it is a person's to settle.
            var isForStaff = money.HasStaffRefund(place.Number) && await site.Db(db => db.OpenCases.AnyAsync(c => c.Kind == OpenCaseKind.RefundFailed && c.Order!.EnrollmentId == place.Id));
            if (!isForStaff) Assert.Equal((place.Number, money.KeptOf(place)), (place.Number, money.AtStripe(place.Number)));
            Assert.Equal((place.Number, money.AtStripe(place.Number)), (place.Number, (place.Order.Paid - place.Order.GoneBack).Minor));
            var told = await site.Db(db => db.Messages.CountAsync(m => m.EnrollmentId == place.Id && m.Kind == "EnrollmentConfirmed"));
            Assert.Equal((place.Number, place.ConfirmedAtUtc is null ? 0 : 1), (place.Number, told));
        }
    }

    /// <summary>What came back stays so, whatever is told of it afterwards.</summary>
    public async Task AssertMailAgrees() =>
        Assert.All(await site.Db(db => db.Messages.Where(m => cameBack.Contains(m.Reference)).Select(m => m.Status).ToListAsync()), status => Assert.Equal(MessageStatus.Bounced, status));

    // Whoever is asked of money that an appeal has brought back gives what is owed; nobody else gives anything.
    private async Task DecideOnAppeals()
    {
        var cases = await site.Db(db => db.OpenCases.AsNoTracking()
            .Where(c => c.Kind == OpenCaseKind.DisputeWonBack && c.ResolvedAtUtc == null && c.Order!.Enrollment.CohortId == cohort.Id)
            .Select(c => new { c.Id, c.Order!.EnrollmentId }).ToListAsync());
        foreach (var one in cases)
        {
            var place = await site.Db(db => db.Enrollments.Whole().SingleAsync(e => e.Id == one.EnrollmentId));
            var owed = (place.Order.Paid - place.Order.GoneBack).Minor - money.KeptOf(place);
            var decision = owed > 0 ? new CaseDecision(CaseResolution.Refund, "Owed.", owed / 100m) : new CaseDecision(CaseResolution.Noted, "Nothing is owed.");
            Assert.Null(await site.Do<ResolveCase, CaseRefusal?>(resolve => resolve.As(one.Id, decision, Domain.Tests.Some.Staff, default)));
        }
    }

    private async Task Register(ModelledStudent student)
    {
        var hasOne = await IsLive(student);
        // What is offered, or waited for, is no walk-in's.
        var free = Seats - await Live() - await line.Count(WaitlistStatus.Offered) - await line.Count(WaitlistStatus.Waiting);

        var page = await student.Register($"/cohorts/{cohort.Reference}/enrollments/new");

        if (!hasOne) Assert.Equal(free > 0, page.Address.StartsWith("/enrollments/", StringComparison.Ordinal));
        Assert.True(await IsLive(student) == (hasOne || free > 0), page.Text);
    }

    private async Task RegisterAndPay(ModelledStudent student)
    {
        await Register(student);
        await student.GoToPay();
        await student.Pay();
    }

    private async Task Withdraw(ModelledStudent student)
    {
        var before = await LastConfirmedOf(student);
        await student.Withdraw();
        if (before is not null && await LastConfirmedOf(student) is null) money.Withdrew(before.Number);
    }

    private async Task StaffRefundPart(ModelledStudent student)
    {
        if (await LastConfirmedOf(student) is not { } place || money.AtStripe(place.Number) < Part) return;

        var intent = (await ConfirmingPaymentOf(student))!;
        if (site.StandIns.Stripe.Disputes.Any(d => d.PaymentIntent == intent && !d.IsChargeRefundable)) return;

        await site.StandIns.Stripe.Refund(intent, Part);
        money.StaffRefunded(place.Number, Part);
    }

    // Of the seat that was paid last, whether or not it was given back since: a bank may contest that too.
    private async Task Bank(ModelledStudent student, Func<string, Task> does)
    {
        if (await ConfirmingPaymentOf(student) is { } intent) await does(intent);
    }

    private Task<string?> ConfirmingPaymentOf(ModelledStudent student) => site.Db(db => db.Payments
        .Where(p => p.Order.Enrollment.CohortId == cohort.Id && p.Order.Enrollment.EmailKey == student.Email && p.Decision == PaymentDecision.Confirms)
        .OrderByDescending(p => p.Id).Select(p => p.PaymentIntentId).FirstOrDefaultAsync());

    private SentMail? LastMailTo(ModelledStudent student) => site.StandIns.Inbox.To(student.Email) is [.., var last] ? last : null;

    private async Task ComeBack(SentMail mail)
    {
        cameBack.Add(mail.CustomArgs["sweet_message"]);
        await site.StandIns.MailEvents.Bounce(mail);
    }

    private Task Happens(Act what)
    {
        var (webhooks, faults) = (site.StandIns.Webhooks, site.StandIns.Faults);
        switch (what)
        {
            case Act.NewsArrive: return webhooks.DeliverWaiting();
            case Act.NewsArriveReversed: return webhooks.DeliverWaiting(events => events.Reverse());
            case Act.NewsRepeat: return site.StandIns.Stripe.Events is [.., var newest] ? webhooks.Deliver(newest) : Task.CompletedTask;
            case Act.NewsAreLost: webhooks.DropWaiting(); return Task.CompletedTask;
            case Act.AnswerIsLost: faults.Stripe.Next(Fault.BreakAfter); return Task.CompletedTask;
            case Act.StripeIsDown: faults.Stripe.Next(Fault.ServerError); return Task.CompletedTask;
            case Act.MailIsNotTaken: faults.SendGrid.Next(Fault.ServerError); return Task.CompletedTask;
            case Act.Reconcile: return site.Reconcile();
            case Act.EndHolds: return site.EndHolds();
            case Act.OfferSeats: return site.Tick<OffersWork>();
            case Act.SendRefunds: return site.SendRefunds();
            case Act.SendMail: return site.SendMail();
            case Act.TwentyMinutesPass: return Pass(TimeSpan.FromMinutes(20));
            case Act.FortyMinutesPass: return Pass(TimeSpan.FromMinutes(40));
            default: throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody does this.");
        }
    }

    private Task Pass(TimeSpan time)
    {
        site.Pass(time);
        return site.StandIns.Tick();
    }

    private Task<int> Live() => site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id));

    private Task<bool> IsLive(ModelledStudent student) =>
        site.Db(db => db.Enrollments.Live().AnyAsync(e => e.CohortId == cohort.Id && e.EmailKey == student.Email));

    private Task<Enrollment?> LastConfirmedOf(ModelledStudent student) => site.Db(db => db.Enrollments.AsNoTracking().SingleOrDefaultAsync(
        e => e.CohortId == cohort.Id && e.EmailKey == student.Email && e.Status == EnrollmentStatus.Confirmed));
}
