using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Email.Letters.Refunds;

/// <summary>What became of a refund at Stripe, where the student has to know it: each state is told once.</summary>
public sealed class RefundMovedLetter : EnrollmentLetter
{
    private const string NothingToDo = "You don’t need to do anything.";

    private static readonly IReadOnlyList<Block> Nothing = [];

    private readonly Refund refund;

    private RefundMovedLetter(Enrollment enrollment, Refund refund)
        : base(enrollment) => this.refund = refund;

    public override string Fact => $"refund {Standing.Key}";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => null;

    public override Standing Standing => Standing.WhileRefundIsAsItIs(refund);

    private bool IsMadeAtStripe => refund is { Status: RefundStatus.Pending, WaitsForBalance: false, Origin: RefundOrigin.Stripe };

    private bool IsTakenByBank => Enrollment.Order.Disputes.Any(d => d.IsOf(refund.Payment) && d.Status == DisputeStatus.Lost);

    /// <returns>Null where the student has nothing new to know.</returns>
    public static RefundMovedLetter? For(Enrollment enrollment, Refund refund)
    {
        var letter = new RefundMovedLetter(enrollment, refund);
        return letter.IsMadeAtStripe || letter.News() is not null ? letter : null;
    }

    public override LetterContent Content(LetterSite site) =>
        IsMadeAtStripe ? new RefundedLetter(Enrollment, refund).Content(site) : Content(News()!, site);

    private LetterContent Content(Told news, LetterSite site) => new(
        $"{news.Subject}: {Course}",
        news.Point,
        Enrollment.Number,
        [
            .. refund.Origin == RefundOrigin.Stripe ? [new Paragraph(RefundByStaff.WhyAndSeat(refund, Enrollment, Course))] : Nothing,
            new Paragraph(news.What),
            new Facts(
                LetterWords.CourseOf(Cohort),
                new Fact("Refund", refund.Amount.Exact()),
                new Fact("Requested on", LetterWords.Day(refund.RequestedAtUtc, Cohort)),
                LetterWords.GoesTo(refund)),
            new Paragraph(news.Further),
            OpenPage(site),
        ]);

    private Told? News() => refund.Status switch
    {
        RefundStatus.Requested or RefundStatus.Pending when refund.WaitsForBalance => Waiting(refund.Amount.Exact()),
        RefundStatus.RequiresAction => StepMissing(refund.Amount.Exact()),
        RefundStatus.Succeeded when refund.IsOutside => Returned(refund.Amount.Exact(), PaymentMethodText.InWords(refund)!),
        RefundStatus.Succeeded => Sent(refund.Amount.Exact()),
        RefundStatus.Failed => Failed(refund.Amount.Exact()),
        RefundStatus.Cancelled => !refund.IsGivenUp ? Stopped(refund.Amount.Exact())
            : IsTakenByBank ? GivenByBank(refund.Amount.Exact())
            : GoneBefore(refund.Amount.Exact()),
        _ => null,
    };

    private static Told Waiting(string amount) => new(
        $"Your refund of {amount} is delayed",
        $"Your refund of {amount} will be sent as soon as our account at Stripe, our payment service, has enough funds.",
        "That may take a few days. We’ll email you again when it has been sent.",
        NothingToDo);

    private static Told StepMissing(string amount) => new(
        "We need one more step from you",
        $"{amount} is waiting for you: your bank couldn’t accept it automatically.",
        "Stripe, our payment service, has sent you an email that asks where the money should go. Please reply to it; "
            + "check your spam folder too. The rest happens automatically.",
        "No email from Stripe? Email us, and we’ll have it sent again.");

    private static Told Sent(string amount) => new(
        $"{amount} has been sent back to you",
        $"{amount} has been sent back to you.",
        "Your bank may take 5 to 10 business days to show it, often as a credit under the same name as the payment.",
        NothingToDo);

    private static Told Returned(string amount, string by) => new(
        $"{amount} has been returned",
        $"{amount} has been returned by {by}.",
        "If someone else paid for your seat, it went to them.",
        NothingToDo);

    private static Told Failed(string amount) => new(
        $"The refund of {amount} has not reached you",
        $"We’re sorry: {amount} did not reach you. The money is still yours.",
        "We know about it, and someone is working on it. The usual reason is a card or an account that was closed; "
            + "if yours was, please reply to this email, so that we find another way at once.",
        "You don’t need to do anything else.");

    private static Told GivenByBank(string amount) => new(
        "Your bank has already given the money back",
        $"{amount} will not come from us after all: your bank has decided on the payment that it disputed, "
            + "and has given the money back itself.",
        "If the bank has given back less than we owed you, the rest comes from us, and we’ll email you how much that is.",
        NothingToDo);

    private static Told GoneBefore(string amount) => new(
        "Your refund has already gone back",
        $"{amount} won’t be sent a second time: the money had already gone back to you.",
        "Your enrollment page lists every refund with its date.",
        NothingToDo);

    private static Told Stopped(string amount) => new(
        $"The refund of {amount} was stopped",
        $"The refund of {amount} was stopped before it reached you. The money is still yours.",
        "We know about it, and someone is working on it.",
        "If you asked for that yourself, you don’t need to do anything.");

    private sealed record Told(string Subject, string Point, string What, string Further);
}
