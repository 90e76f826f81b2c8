using Sweet.Web.Features.Hooks.SendGridEvents;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Checkouts;
using Sweet.Web.Features.Students.EmailChangeConfirmations;
using Sweet.Web.Features.Students.EmailChangeReversals;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.FreeConfirmations;
using Sweet.Web.Features.Students.Landings;
using Sweet.Web.Features.Students.LinePayments;
using Sweet.Web.Features.Students.Receipts;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Features.Students.TransferChoices;
using Sweet.Web.Features.Students.WaitlistEntries;
using Sweet.Web.Features.Students.Withdrawals;

namespace Sweet.Web.Features;

/// <summary>The use cases, and what reads their pages.</summary>
public static class FeaturesSetup
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddStaffSignIn();
        builder.Services.AddStaffOffice();
        builder.Services.AddScoped<EnrollStudent>();
        builder.Services.AddScoped<HoldLimits>();
        builder.Services.AddScoped<NewEnrollmentPages>();
        builder.Services.AddScoped<WaitlistPages>();
        builder.Services.AddScoped<AskForPlace>();
        builder.Services.AddScoped<KeepPlace>();
        builder.Services.AddScoped<KeepLateMoney>();
        builder.Services.AddScoped<EnrollmentPages>();
        builder.Services.AddScoped<WithdrawalPages>();
        builder.Services.AddScoped<WithdrawStudent>();
        builder.Services.AddScoped<TransferChoicePages>();
        builder.Services.AddSingleton<CheckoutPlan>();
        builder.Services.AddScoped<CheckoutAttempts>();
        builder.Services.AddScoped<StartCheckout>();
        builder.Services.AddScoped<ConfirmFreeEnrollment>();
        builder.Services.AddSingleton<AskedSessions>();
        builder.Services.AddScoped<SettleEnrollment>();
        builder.Services.AddScoped<MakeEmailChange>();
        builder.Services.AddScoped<ReverseEmailChange>();
        builder.Services.AddScoped<ProveAddress>();
        builder.Services.AddScoped<TakeMailReports>();
        builder.Services.AddScoped<ReceiptPages>();
    }
}
