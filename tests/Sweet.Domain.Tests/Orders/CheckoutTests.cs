using Sweet.Domain.Courses;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Orders;

public class CheckoutTests
{
    private readonly Order order = Some.Enrollment().Order;

    [Fact]
    public void Stores_everything_that_its_call_is_made_of()
    {
        var checkout = Begin(Some.Now);

        Assert.Equal((CheckoutStatus.Starting, 1), (checkout.Status, checkout.Attempt));
        Assert.Equal((order.Total, order.Enrollment.Email, order.Enrollment.Number), (checkout.Amount, checkout.Email, checkout.Number));
        Assert.Equal(order.Enrollment.HeldUntilUtc, checkout.ExpiresAtUtc);
        Assert.NotEmpty(checkout.IdempotencyKey);
    }

    [Fact]
    public void A_call_without_an_answer_is_made_again_with_the_same_key()
    {
        var first = Begin(Some.Now);

        var again = Begin(Some.Now.AddMinutes(1));

        Assert.Same(first, again);
    }

    [Fact]
    public void A_call_without_an_answer_is_not_made_again_for_an_address_that_was_corrected()
    {
        var first = Begin(Some.Now);
        order.Enrollment.CorrectEmail(Some.Email("right@clinic.example"), Actor.Student, Some.Now);

        var second = Begin(Some.Now.AddMinutes(1));

        Assert.Equal((CheckoutStatus.Failed, "right@clinic.example"), (first.Status, second.Email));
    }

    [Fact]
    public void A_call_that_Stripe_refused_is_followed_by_a_new_attempt_with_a_new_key()
    {
        var first = Begin(Some.Now);
        first.Fail("No such customer.", Actor.Student, Some.Now);

        var second = Begin(Some.Now);

        Assert.Equal((CheckoutStatus.Failed, 2), (first.Status, second.Attempt));
        Assert.NotEqual(first.IdempotencyKey, second.IdempotencyKey);
    }

    [Fact]
    public void A_call_that_came_to_nothing_in_time_is_given_up_for_a_new_one()
    {
        var first = Begin(Some.Now);

        var second = Begin(Some.Now.AddMinutes(10));

        Assert.Equal((CheckoutStatus.Failed, 2), (first.Status, second.Attempt));
    }

    [Fact]
    public void A_new_attempt_with_too_little_time_moves_the_end_of_the_hold()
    {
        var enrollment = order.Enrollment;
        var late = enrollment.HeldUntilUtc.AddMinutes(-30);

        var checkout = Begin(late);

        Assert.Equal((late + Some.HoldTime, 1), (enrollment.HeldUntilUtc, enrollment.HoldMoves));
        Assert.Equal(enrollment.HeldUntilUtc, checkout.ExpiresAtUtc);
    }

    [Fact]
    public void The_end_of_a_hold_moves_three_times_at_most()
    {
        var now = Some.Now;
        for (var i = 0; i < 4; i++)
        {
            Begin(now).Fail("Refused.", Actor.Student, now);
            now = now.AddMinutes(5);
        }

        Assert.Equal(3, order.Enrollment.HoldMoves);
        Assert.Throws<InvalidOperationException>(() => Begin(now));
    }

    [Fact]
    public void The_hold_never_ends_before_the_open_page_at_Stripe()
    {
        var checkout = Some.OpenCheckout(order);

        Assert.True(order.Enrollment.HeldUntilUtc >= checkout.ExpiresAtUtc);
        Assert.InRange(checkout.ExpiresAtUtc - checkout.CreatedAtUtc, TimeSpan.FromMinutes(31), TimeSpan.FromHours(24));
    }

    [Fact]
    public void An_open_page_is_resumed_and_not_doubled()
    {
        var open = Some.OpenCheckout(order);

        Assert.Same(open, order.OpenCheckout);
        Assert.Throws<InvalidOperationException>(() => Begin(Some.Now));
    }

    [Fact]
    public void Stripe_s_answer_may_be_saved_twice()
    {
        var checkout = Begin(Some.Now);

        Assert.True(checkout.Open("cs_1", "https://stripe.test/cs_1", Actor.Student, Some.Now));
        Assert.True(checkout.Open("cs_1", "https://stripe.test/cs_1", Actor.Student, Some.Now));
        Assert.False(checkout.Open("cs_2", "https://stripe.test/cs_2", Actor.Student, Some.Now));
        Assert.Equal("cs_1", checkout.SessionId);
    }

    [Fact]
    public void An_answer_that_comes_after_the_attempt_was_given_up_is_not_shown()
    {
        var checkout = Begin(Some.Now);
        checkout.Fail("Given up.", Actor.Student, Some.Now);

        Assert.False(checkout.Open("cs_1", "https://stripe.test/cs_1", Actor.Student, Some.Now));
        Assert.Null(checkout.Url);
    }

    [Fact]
    public void An_open_page_does_not_fail()
    {
        var checkout = Some.OpenCheckout(order);

        checkout.Fail("Too late.", Actor.Student, Some.Now);

        Assert.Equal(CheckoutStatus.Open, checkout.Status);
    }

    [Fact]
    public void A_key_that_Stripe_may_have_forgotten_is_not_used_again()
    {
        var longHold = Some.HoldTerms with { HoldTime = TimeSpan.FromDays(3) };
        var enrollment = Some.OpenCohort().HoldSeat(Some.Registration(), live: null, TimeSpan.FromDays(3), Some.Now);
        var first = enrollment.Order.BeginCheckout(Some.CheckoutTerms, longHold, Some.Now);

        var second = enrollment.Order.BeginCheckout(Some.CheckoutTerms, longHold, Some.Now + Checkout.KeyLife);

        Assert.NotSame(first, second);
    }

    [Fact]
    public void A_description_that_is_too_long_for_Stripe_is_cut()
    {
        var terms = Some.CheckoutTerms with { Description = new string('x', Checkout.DescriptionMaxLength + 1) };

        Assert.Equal(Checkout.DescriptionMaxLength, order.BeginCheckout(terms, Some.HoldTerms, Some.Now).Description.Length);
    }

    [Fact]
    public void A_session_is_matched_by_its_id_and_never_by_its_order()
    {
        var first = Some.OpenCheckout(order);

        Assert.Same(first, CheckoutFor(first.SessionId!, attempt: 7));
    }

    [Fact]
    public void A_session_whose_answer_was_lost_names_its_attempt_itself()
    {
        var lost = Begin(Some.Now);

        Assert.Same(lost, CheckoutFor("cs_lost", attempt: 1));
        Assert.Same(lost, CheckoutFor("cs_lost", attempt: null));
    }

    [Fact]
    public void A_session_whose_attempt_we_have_lost_brings_it_back_once()
    {
        var first = Some.OpenCheckout(order);

        var restored = CheckoutFor("cs_before_the_restore", attempt: 1);

        Assert.Same(restored, CheckoutFor("cs_before_the_restore", attempt: 1));
        Assert.Equal([first, restored], order.Checkouts);
        Assert.Equal((2, CheckoutStatus.Open, order.Total), (restored.Attempt, restored.Status, restored.Amount));
    }

    private Checkout CheckoutFor(string sessionId, int? attempt) =>
        order.CheckoutFor(new SessionTrace(sessionId, Url: null, order.Total, Some.Now, Some.Now.AddHours(1)), attempt, Actor.Student, Some.Now);

    private Checkout Begin(DateTime nowUtc) => order.BeginCheckout(Some.CheckoutTerms, Some.HoldTerms, nowUtc);
}
