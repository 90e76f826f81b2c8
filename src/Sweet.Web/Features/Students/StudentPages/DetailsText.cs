using Sweet.Domain.Refunds;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.StudentPages;

public static class DetailsText
{
    /// <summary>How it stands, and what the student can do.</summary>
    public static string StateInWords(this RefundDetails refund) => refund switch
    {
        { IsOutside: true, Status: RefundStatus.Requested } => RefundText.ReturnedByHand,
        { IsForLine: true } => "It was not sent: you chose to wait in line with this payment.",
        { ReturnedBy: { } by } => $"It has been returned by {by}.",
        { IsTriedAgain: true } => "It did not go through, and we have requested it again: see the refund below it.",
        { IsCounted: true } => "It did not go through, and what was owed of it has come back to you another way, "
            + "or is part of what your withdrawal gives back.",
        { IsAskedAnew: true } => "It was not sent as it stands here, since the money went back to you another way; "
            + "what is still owed to you has been requested again: see the refund below it.",
        { IsWonBack: true } => "It was not sent, since your bank had given you the money. "
            + "The bank has changed its decision since: the registrar will work out your refund and email you.",
        { IsOvertaken: true } => "It is no longer needed: the money went back to you another way, by your bank or in another refund.",
        { WaitsForBank: true } => "It’s waiting for your bank, which is disputing the payment: until it has decided, "
            + "no one can send that money. "
            + "You don’t need to do anything; your bank can tell you where it stands.",
        { IsToBeChosen: true } => "It has not been sent yet, since you can still choose to wait in line.",
        { WaitsForBalance: true } => "It has been requested, and will be sent as soon as our account at Stripe has enough funds. "
            + "That may take a few days; you don’t need to do anything.",
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
