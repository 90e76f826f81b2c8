using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters;

/// <summary>Goes out with a calendar file that cancels the class meetings.</summary>
internal static class WithdrawnLetter
{
    public static Letter For(Enrollment enrollment, Withdrawal withdrawal, MailSite site)
    {
        var quote = withdrawal.Quote;
        return new Letter(
            $"You have withdrawn: {enrollment.Cohort.Course.Title}",
            PointOf(enrollment, quote),
            enrollment.Number,
            [
                new Facts(
                    LetterWords.CourseOf(enrollment.Cohort),
                    new Fact("Student", enrollment.FullName),
                    new Fact("Withdrawn on", LetterWords.Day(enrollment.EndedAtUtc!.Value, enrollment.Cohort))),
                .. quote.IsAboutMoney() ? Computation(enrollment, withdrawal) : [],
                new Heading("Your calendar"),
                new Paragraph("The attached file takes the class meetings out of your calendar. If you subscribed to it, they go by themselves within some hours."),
                new Paragraph("If you joined the WhatsApp group, please leave it yourself. We send you no more mails about this cohort, except about your refund."),
                new Button("Open your enrollment page", site.PageOf(enrollment)),
            ]);
    }

    private static string PointOf(Enrollment enrollment, WithdrawalQuote quote)
    {
        var seat = $"You have withdrawn from {enrollment.Cohort.Course.Title}, and your seat was given back.";
        return quote.Undecided.Count > 0 ? $"{seat} The registrar works out what goes back to you, and writes to you."
            : quote.Back.IsZero ? seat
            : $"{seat} {quote.Back.Exact()} comes back to you.";
    }

    private static IEnumerable<Block> Computation(Enrollment enrollment, Withdrawal withdrawal)
    {
        yield return new Heading("What comes back");
        yield return new Facts(
            [
                .. withdrawal.Quote.Lines().Select(line => new Fact(line.What, $"{line.Sign}{line.Amount.Exact()}")),
                new Fact("Comes back to you", withdrawal.Quote.Back.Exact()),
            ]);
        if (withdrawal.Refunds.Count == 0) yield break;

        yield return new Paragraph($"{withdrawal.Quote.Arrival()} Your enrollment page shows how far it is.");
        yield return new Facts([.. withdrawal.Refunds.Select(refund => new Fact(refund.Amount.Exact(), LetterWords.GoesTo(refund).Values))]);
    }
}
