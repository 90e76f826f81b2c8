using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Policies;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Vouchers;

namespace Sweet.Web.Data.Configurations;

public sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.Property(o => o.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(o => o.PayerName).HasMaxLength(Order.PayerNameMaxLength);
        builder.Property(o => o.PayerAddress).HasMaxLength(Order.PayerAddressMaxLength);
        builder.Property(o => o.PayerEmail).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(o => o.InvoiceNumber).HasMaxLength(Order.InvoiceMaxLength);
        builder.Property(o => o.GroupKey).HasMaxLength(RandomText.TokenLength);
        builder.HasIndex(o => o.InvoiceDueOn).HasFilter("InvoiceDueOn IS NOT NULL");
        builder.HasIndex(o => o.GroupKey).HasFilter("GroupKey IS NOT NULL");
        builder.HasOne(o => o.Enrollment).WithOne(e => e.Order).HasForeignKey<Order>(o => o.EnrollmentId);
        // They never change, and are never looked for: a column of the order, not rows of their own.
        builder.OwnsMany(o => o.Lines).ToJson();
        builder.HasOne<Voucher>().WithMany().HasForeignKey(o => o.VoucherId);
        builder.HasIndex(o => o.VoucherId).HasFilter("VoucherId IS NOT NULL");
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(o => o.RefundPolicyVersionId);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(o => o.PrivacyPolicyVersionId);
    }
}

public sealed class CheckoutConfiguration : IEntityTypeConfiguration<Checkout>
{
    public void Configure(EntityTypeBuilder<Checkout> builder)
    {
        builder.Property(c => c.IdempotencyKey).HasMaxLength(Checkout.KeyMaxLength);
        builder.Property(c => c.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.StudentName).HasMaxLength(Message.NameMaxLength);
        builder.Property(c => c.Number).HasMaxLength(Enrollment.NumberMaxLength);
        builder.Property(c => c.Description).HasMaxLength(Checkout.DescriptionMaxLength);
        builder.Property(c => c.ReturnUrl).HasMaxLength(Checkout.UrlMaxLength);
        builder.Property(c => c.SessionId).HasMaxLength(Checkout.SessionIdMaxLength);
        builder.Property(c => c.Url).HasMaxLength(Checkout.UrlMaxLength);
        builder.Property(c => c.Failure).HasMaxLength(Checkout.FailureMaxLength);
        builder.HasOne(c => c.Order).WithMany(o => o.Checkouts).HasForeignKey(c => c.OrderId);
        builder.HasIndex(c => c.SessionId).IsUnique();
        builder.HasIndex(c => new { c.OrderId, c.Attempt }).IsUnique();
        builder.HasIndex(c => c.Status);
    }
}

public sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.Property(p => p.PaymentIntentId).HasMaxLength(Payment.StripeIdMaxLength);
        builder.Property(p => p.ChargeId).HasMaxLength(Payment.StripeIdMaxLength);
        builder.Property(p => p.BalanceTransactionId).HasMaxLength(Payment.StripeIdMaxLength);
        builder.Property(p => p.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(p => p.Method).HasMaxLength(Payment.MethodMaxLength);
        builder.Property(p => p.CardBrand).HasMaxLength(Payment.BrandMaxLength);
        builder.Property(p => p.LastDigits).HasMaxLength(Payment.LastDigitsMaxLength);
        builder.Property(p => p.Failure).HasMaxLength(Payment.FailureMaxLength);
        builder.Property(p => p.OutsideReference).HasMaxLength(Payment.OutsideReferenceMaxLength);
        builder.HasIndex(p => p.OutsideReference).HasFilter("OutsideReference IS NOT NULL");
        builder.HasOne(p => p.Order).WithMany(o => o.Payments).HasForeignKey(p => p.OrderId);
        builder.HasOne(p => p.Checkout).WithMany().HasForeignKey(p => p.CheckoutId);
        builder.HasIndex(p => p.PaymentIntentId).IsUnique();
        builder.HasIndex(p => p.ChargeId).HasFilter("ChargeId IS NOT NULL");
        builder.HasIndex(p => p.Status);
    }
}

public sealed class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.Property(r => r.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(r => r.IdempotencyKey).HasMaxLength(Refund.KeyMaxLength);
        builder.Property(r => r.StripeRefundId).HasMaxLength(Refund.StripeIdMaxLength);
        builder.Property(r => r.Failure).HasMaxLength(Refund.FailureMaxLength);
        builder.Property(r => r.StripeStatus).HasMaxLength(Refund.StripeWordMaxLength);
        builder.Property(r => r.PendingReason).HasMaxLength(Refund.StripeWordMaxLength);
        builder.Property(r => r.StripeReason).HasMaxLength(Refund.StripeWordMaxLength);
        builder.Property(r => r.OutsideReference).HasMaxLength(Payment.OutsideReferenceMaxLength);
        builder.HasOne(r => r.Order).WithMany(o => o.Refunds).HasForeignKey(r => r.OrderId);
        builder.HasOne(r => r.Payment).WithMany().HasForeignKey(r => r.PaymentId);

        // One to one: the same failed refund is not tried again twice.
        builder.HasOne(r => r.RetryOf).WithOne().HasForeignKey<Refund>(r => r.RetryOfId);
        builder.HasIndex(r => r.StripeRefundId).IsUnique();
        builder.HasIndex(r => new { r.Status, r.NextAttemptAtUtc });
    }
}

public sealed class DisputeConfiguration : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.Property(d => d.StripeDisputeId).HasMaxLength(Dispute.StripeIdMaxLength);
        builder.Property(d => d.StripeStatus).HasMaxLength(Dispute.StripeStatusMaxLength);
        builder.Property(d => d.Reason).HasMaxLength(Dispute.ReasonMaxLength);
        builder.Property(d => d.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.HasOne(d => d.Order).WithMany(o => o.Disputes).HasForeignKey(d => d.OrderId);
        builder.HasOne(d => d.Payment).WithMany().HasForeignKey(d => d.PaymentId);
        builder.HasIndex(d => d.StripeDisputeId).IsUnique();
    }
}

public sealed class OpenCaseConfiguration : IEntityTypeConfiguration<OpenCase>
{
    public void Configure(EntityTypeBuilder<OpenCase> builder)
    {
        builder.Ignore(c => c.Amount);
        builder.Ignore(c => c.Due);
        builder.Property(c => c.ObjectId).HasMaxLength(OpenCase.ObjectIdMaxLength);
        builder.Property(c => c.Number).HasMaxLength(OpenCase.NumberMaxLength);
        builder.Property(c => c.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(c => c.DueCurrency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(c => c.Word).HasMaxLength(OpenCase.WordMaxLength);
        builder.Property(c => c.Cause).HasMaxLength(OpenCase.CauseMaxLength);
        builder.Property(c => c.Reason).HasMaxLength(OpenCase.ReasonMaxLength);
        builder.Property(c => c.ResolvedByReference).HasMaxLength(Actor.ReferenceMaxLength);
        builder.HasOne(c => c.Order).WithMany().HasForeignKey(c => c.OrderId);
        builder.HasIndex(c => new { c.Kind, c.ObjectId, c.Occurrence }).IsUnique();
        builder.HasIndex(c => c.OpenedAtUtc).HasFilter("ResolvedAtUtc IS NULL");
    }
}

public sealed class StripeEventConfiguration : IEntityTypeConfiguration<StripeEvent>
{
    public void Configure(EntityTypeBuilder<StripeEvent> builder)
    {
        builder.Property(e => e.EventId).HasMaxLength(StripeEvent.IdMaxLength);
        builder.Property(e => e.Type).HasMaxLength(StripeEvent.TypeMaxLength);
        builder.Property(e => e.ObjectId).HasMaxLength(StripeEvent.IdMaxLength);
        builder.Property(e => e.Outcome).HasMaxLength(StripeEvent.OutcomeMaxLength);
        builder.HasIndex(e => e.EventId).IsUnique();
    }
}
