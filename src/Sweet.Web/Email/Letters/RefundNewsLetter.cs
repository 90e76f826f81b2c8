using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters;

/// <summary>What became of a refund that was told of before.</summary>
internal static class RefundNewsLetter
{
    /// <returns>Null where the student has nothing new to know.</returns>
    public static Letter? For(Enrollment enrollment, Refund refund, MailSite site) => refund.Status switch
    {
        RefundStatus.Pending when refund.WaitsForBalance => Write(
            enrollment,
            refund,
            site,
            $"The refund of {refund.Amount.Exact()} leaves a little later",
            $"{refund.Amount.Exact()} comes back to you, and leaves as soon as our account at Stripe, our payment service, holds enough money.",
            "That may take some days. Another mail tells you when it has left.",
            "There is nothing that you have to do."),
        RefundStatus.Pending when refund.Origin == RefundOrigin.Stripe => RefundLetter.For(enrollment, refund, site),
        RefundStatus.RequiresAction => Write(
            enrollment,
            refund,
            site,
            "One step of yours is missing",
            $"{refund.Amount.Exact()} waits for you: your bank could not take it back by itself.",
            "Stripe, our payment service, has sent you a mail that asks where the money should go. Please answer it; look among the unwanted mails too. It goes on by itself after that.",
            "No mail from Stripe? Write to us, and we see to it that it is sent again."),
        RefundStatus.Succeeded => Write(
            enrollment,
            refund,
            site,
            $"{refund.Amount.Exact()} has been sent back to you",
            $"{refund.Amount.Exact()} has been sent back to you.",
            "Your bank may take 5 to 10 business days to show it, often as a credit under the name that the payment had.",
            "There is nothing that you have to do."),
        RefundStatus.Failed => Write(
            enrollment,
            refund,
            site,
            $"The refund of {refund.Amount.Exact()} has not reached you",
            $"We are sorry: {refund.Amount.Exact()} did not reach you. The money is still yours.",
            "We know of it, and a person works on it. The usual reason is a card or an account that was closed; if yours was, please answer this mail, so that we find another way at once.",
            "There is nothing else that you have to do."),
        RefundStatus.Cancelled when refund.IsGivenUp => Write(
            enrollment,
            refund,
            site,
            "Your bank has already given the money back",
            $"{refund.Amount.Exact()} does not come from us any more: your bank has decided on the payment that it contested, and given the money back itself.",
            "If the bank has given back less than we owed you, the rest comes from us, and another mail tells how much that is.",
            "There is nothing that you have to do."),
        RefundStatus.Cancelled => Write(
            enrollment,
            refund,
            site,
            $"The refund of {refund.Amount.Exact()} was stopped",
            $"The refund of {refund.Amount.Exact()} was stopped before it reached you. The money is still yours.",
            "We know of it, and a person works on it.",
            "If you asked for that yourself, you need not do anything."),
        _ => null,
    };

    private static Letter Write(Enrollment enrollment, Refund refund, MailSite site, string subject, string point, string what, string further) => new(
        $"{subject}: {enrollment.Cohort.Course.Title}",
        point,
        enrollment.Number,
        new Paragraph(what),
        new Facts(
            LetterWords.CourseOf(enrollment.Cohort),
            new Fact("Refund", refund.Amount.Exact()),
            new Fact("Asked for", LetterWords.Day(refund.RequestedAtUtc, enrollment.Cohort)),
            LetterWords.GoesTo(refund)),
        new Paragraph(further),
        new Button("Open your enrollment page", site.PageOf(enrollment)));
}
