using Sweet.Web.Features.Cases;
using Sweet.Web.Features.Checkouts;
using Sweet.Web.Features.Confirmations;
using Sweet.Web.Features.EmailChangeConfirmations;
using Sweet.Web.Features.EmailChangeReversals;
using Sweet.Web.Features.EmailChanges;
using Sweet.Web.Features.EnrollmentDetails;
using Sweet.Web.Features.Enrollments;
using Sweet.Web.Features.Landings;
using Sweet.Web.Features.LinkReplacements;
using Sweet.Web.Features.Receipts;
using Sweet.Web.Features.SendGridEvents;
using Sweet.Web.Features.StripeWebhooks;
using Sweet.Web.Features.Withdrawals;

namespace Sweet.Web.Features;

/// <summary>The use cases, and what reads their pages.</summary>
public static class FeaturesSetup
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<EnrollStudent>();
        builder.Services.AddScoped<EndHold>();
        builder.Services.AddScoped<NewEnrollmentPages>();
        builder.Services.AddScoped<EnrollmentPages>();
        builder.Services.AddScoped<CorrectDetails>();
        builder.Services.AddScoped<WithdrawalPages>();
        builder.Services.AddScoped<WithdrawStudent>();
        builder.Services.AddSingleton<CheckoutPlan>();
        builder.Services.AddScoped<StartCheckout>();
        builder.Services.AddScoped<ConfirmFreePlace>();
        builder.Services.AddScoped<SettleEnrollment>();
        builder.Services.AddScoped<LostEnrollments>();
        builder.Services.AddScoped<SettlementNews>();
        builder.Services.AddScoped<SettleCheckout>();
        builder.Services.AddScoped<PaymentOwner>();
        builder.Services.AddScoped<SettleRefund>();
        builder.Services.AddScoped<SettleDispute>();
        builder.Services.AddScoped<AskForEmailChange>();
        builder.Services.AddScoped<MakeEmailChange>();
        builder.Services.AddScoped<ReverseEmailChange>();
        builder.Services.AddScoped<ReplaceLinks>();
        builder.Services.AddScoped<TakeMailReports>();
        builder.Services.AddScoped<ResolveCase>();
        builder.Services.AddScoped<ReceiptPages>();
    }
}
