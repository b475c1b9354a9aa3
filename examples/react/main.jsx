import 'inkdigit/ink-digit-pad';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Order() {
  const [amount, setAmount] = useState('');
  return (
    <form>
      <h1>Order</h1>
      <label htmlFor="amount">Amount</label>
      <ink-digit-pad id="amount" name="amount" required oninput={(event) => setAmount(event.target.value)} />
      <output>{amount}</output>
    </form>
  );
}

createRoot(document.getElementById('root')).render(<Order />);
