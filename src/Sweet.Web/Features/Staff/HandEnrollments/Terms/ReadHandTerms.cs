using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.HandEnrollments.Terms;

/// <summary>
/// Reads what staff typed, with a sentence for each field that cannot be read or is missing. Of other ways nothing is asked.
/// </summary>
internal sealed class ReadHandTerms(HandTermsForm form, Money price, DateTime nowUtc, ModelStateDictionary state)
{
    private DateOnly Today => OfficeTime.DayOf(nowUtc);

    /// <returns>Null if anything of the form is wrong.</returns>
    public HandTerms? Terms()
    {
        if (form.Way is not { } way)
        {
            state.TryAddModelError(nameof(form.Way), "Choose how it is paid");
            return null;
        }

        CheckPayer(way);
        var sum = SumFor(way);
        var terms = new HandTerms(way, price, sum)
        {
            Reason = string.IsNullOrWhiteSpace(form.Reason) ? null : form.Reason.Trim(),
            Received = way == HandWay.PaidOutside ? Received(sum) : null,
            DueOn = way == HandWay.Invoice ? DueOn() : null,
            InvoiceNumber = way == HandWay.Invoice && !string.IsNullOrWhiteSpace(form.InvoiceNumber) ? form.InvoiceNumber.Trim() : null,
            HoldTime = way == HandWay.PaymentLink ? HoldTime() : TimeSpan.Zero,
        };
        if (sum.Minor < price.Minor && terms.Reason is null)
            Wrong(
                nameof(form.Reason),
                way == HandWay.Complimentary ? "Enter the reason why the seat costs nothing" : "Enter the reason for the lower sum");
        return state.IsValid ? terms : null;
    }

    private Money SumFor(HandWay way)
    {
        if (way == HandWay.Complimentary) return Money.Zero(price.Currency);
        if (string.IsNullOrWhiteSpace(form.Sum)) return price;
        if (TypedSum.TryRead(form.Sum, out var units) && Money.FromUnits(units!.Value, price.Currency) is { } sum) return sum;

        Wrong(nameof(form.Sum), TypedSum.Problem);
        return price;
    }

    private OutsideMoney? Received(Money sum)
    {
        if (form.Means is not { } means) return Missing(nameof(form.Means), "Choose how the money came");
        if (string.IsNullOrWhiteSpace(form.Reference))
            return Missing(nameof(form.Reference), "Enter the reference by which the accountant finds the payment");
        return OutsideDay.Read(form.ReceivedOn, nowUtc) is { } atUtc
            ? new OutsideMoney(sum, means, form.Reference.Trim(), atUtc)
            : Missing(nameof(form.ReceivedOn), OutsideDay.Problem);
    }

    private OutsideMoney? Missing(string field, string problem)
    {
        Wrong(field, problem);
        return null;
    }

    private DateOnly? DueOn()
    {
        if (InvoiceDay.Read(form.DueOn, Today) is { } day) return day;

        Wrong(nameof(form.DueOn), InvoiceDay.Problem);
        return null;
    }

    private TimeSpan HoldTime()
    {
        if (HoldChoices.Hours(form.HoldHours) is { } hours) return TimeSpan.FromHours(hours);

        Wrong(nameof(form.HoldHours), "Choose how long the seat is held");
        return TimeSpan.FromHours(1);
    }

    private void CheckPayer(HandWay way)
    {
        var hasName = !string.IsNullOrWhiteSpace(form.PayerName);
        var hasMore = !string.IsNullOrWhiteSpace(form.PayerAddress) || !string.IsNullOrWhiteSpace(form.PayerEmail);
        if (!hasName && way == HandWay.Invoice) Wrong(nameof(form.PayerName), "Enter who gets the invoice");
        else if (!hasName && hasMore) Wrong(nameof(form.PayerName), "Enter the payer, or clear address and email");
        if (!string.IsNullOrWhiteSpace(form.PayerEmail) && EmailAddress.Read(form.PayerEmail, out _) is null)
            Wrong(nameof(form.PayerEmail), "Enter the email address of the payer like name@example.com, or clear it");
    }

    private void Wrong(string field, string problem) => state.TryAddModelError(field, problem);
}
