using Sweet.Domain.Refunds;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.StudentPages;

public static class DetailsText
{
    /// <summary>How it stands, and what the student can do.</summary>
    public static string StateInWords(this RefundDetails refund) => refund switch
    {
        { IsTriedAgain: true } => "It did not go through, and we have asked for it again: see the refund below it.",
        { IsCounted: true } => "It did not go through, and what was owed of it has come back to you another way, "
            + "or is part of what your withdrawal gives back.",
        { IsAskedAnew: true } => "It was not sent as it stands here, since the money went back to you another way; "
            + "what is still owed to you is asked for anew: see the refund below it.",
        { IsWonBack: true } => "It was not sent, since your bank had given you the money. "
            + "The bank has changed its decision since: the registrar will work out your refund and email you.",
        { IsOvertaken: true } => "It is needed no more: the money went back to you another way, by your bank or in another refund.",
        { WaitsForBank: true } => "It waits for your bank, which contests the payment: until it has decided, no one can send that money. "
            + "You need do nothing; your bank can tell you how far it is.",
        { WaitsForBalance: true } => "It is asked for, and leaves as soon as our account at Stripe holds enough money. "
            + "That may take some days; you need do nothing.",
        _ => refund.Status.InWords(),
    };

    public static string ReasonInWords(this RefundDetails refund) =>
        refund.Reason == RefundReason.MadeAtStripe ? RefundText.MadeAtStripe(refund.StripeReason) : refund.Reason.InWords();

    public static string ProfessionInWords(this StudentDetails student)
    {
        string?[] parts = [student.Profession.InWords(), student.LicenseNumber, student.LicenseState];
        return string.Join(", ", parts.Where(part => part is not null));
    }
}
